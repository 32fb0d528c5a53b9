import { Prose } from '@/app/_components/site/prose'
import { address } from '@/lib/addresses'

export const ConsultationsPl = () => (
  <Prose language="pl" title="Konsultacje" lead="Teraz nie ma żadnych konsultacji.">
    <h2>Czym będą</h2>
    <p>W konsultacjach miasto pyta mieszkańców o konkretną sprawę. Na przykład o projekt uchwały, plan placu albo zmianę strategii. Konsultacje mają początek i koniec. Po nich miasto odpowiada na uwagi i pisze raport.</p>
    <p>Gdy miasto ogłosi konsultacje w tym serwisie, znajdziesz je na tej stronie.</p>
    <h2>Co możesz zrobić już dziś</h2>
    <p>Zadania strategii są otwarte cały czas. Nie trzeba czekać na konsultacje, żeby coś o nich powiedzieć.</p>
    <p className="acts">
      <a className="ds-button" href={address('pl', 'tasks')}>Zobacz zadania</a>
      <a className="ds-button" data-variant="secondary" href={address('pl', 'howItWorks')}>Jak to działa</a>
    </p>
  </Prose>
)
