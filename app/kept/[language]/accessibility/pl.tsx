import { Prose } from '@/app/_components/site/prose'
import { office } from '@/app/kept/office'
import { OfficeLine } from '@/app/kept/office-line'
import { sayDay } from '@/lib/dates'

const Day = ({ id, day }: { id: string; day: string }) => <time id={id} dateTime={day}>{sayDay(new Date(`${day}T12:00:00Z`), 'pl')}</time>

// The ids are those of the technical conditions of the declaration (law.md 1.7); each stands once.
export const AccessibilityPl = ({ origin }: { origin: string }) => (
  <Prose language="pl" title="Deklaracja dostępności">
    <div id="a11y-deklaracja">
      <p id="a11y-wstep">
        <span id="a11y-podmiot">{office.body}</span> zobowiązuje się zapewnić dostępność swojej strony internetowej zgodnie z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych. Ta deklaracja dotyczy strony <a id="a11y-url" href={origin}>{`Głos Torunia (${origin})`}</a>.
      </p>
      <ul>
        <li>Data publikacji strony: <Day id="a11y-data-publikacja" day={office.published} /></li>
        <li>Data ostatniej istotnej aktualizacji: <Day id="a11y-data-aktualizacja" day={office.changed} /></li>
      </ul>

      <h2>Stan dostępności cyfrowej</h2>
      <p id="a11y-status">Strona jest <strong>częściowo zgodna</strong> z ustawą o dostępności cyfrowej, z powodów wymienionych niżej.</p>
      <h3>Co jeszcze nie jest gotowe</h3>
      <ul>
        <li>Strony nie sprawdziły jeszcze osoby z niepełnosprawnościami ani zewnętrzny audytor.</li>
        <li>Nie ma filmu w polskim języku migowym ani tekstu łatwego do czytania (ETR).</li>
        <li>Komentarze piszą mieszkańcy. Mogą być w nich trudne słowa, nieopisane linki i inne języki.</li>
        <li>Tytuły zadań są takie, jak je przyjęła rada miasta. Niektóre są długie i trudne.</li>
      </ul>
      <h3>Co jest zrobione</h3>
      <ul>
        <li>Wszystko da się zrobić samą klawiaturą i bez JavaScriptu.</li>
        <li>Tekst można powiększyć do 400%. Strona dopasuje się do ekranu.</li>
        <li>Wynik głosowania jest też podany słowami i w tabeli, nie tylko kolorem.</li>
        <li>Strona ma jasne i ciemne kolory, zależnie od ustawień urządzenia.</li>
      </ul>

      <h2>Przygotowanie deklaracji</h2>
      <ul>
        <li>Data sporządzenia: <Day id="a11y-data-sporzadzenie" day={office.statementMade} /></li>
        <li>Data ostatniego przeglądu: <Day id="a11y-data-przeglad" day={office.statementReviewed} /></li>
      </ul>
      <p>Deklarację sporządził zespół serwisu na podstawie własnej oceny i badań programem axe.</p>

      <h2>Skróty klawiaturowe</h2>
      <p>Strona nie ma własnych skrótów. Działają zwykłe skróty przeglądarki. Pierwszy klawisz Tab pokazuje link „Przejdź do treści”.</p>

      <h2 id="a11y-kontakt">Informacje zwrotne i kontakt</h2>
      <p>Coś nie działa? Daj nam znać.</p>
      <ul>
        <li>Kto odpowiada: <span id="a11y-osoba"><OfficeLine value={office.contact} language="pl" /></span></li>
        <li>E-mail: <span id="a11y-email"><OfficeLine value={office.email} language="pl" /></span></li>
        <li>Telefon: <span id="a11y-telefon"><OfficeLine value={office.phone} language="pl" /></span></li>
      </ul>

      <div id="a11y-procedura">
        <h2>Obsługa wniosków i skarg</h2>
        <p>Każdy może poprosić, żeby strona lub jej część była dostępna. Można też poprosić o tę samą informację w inny sposób, na przykład przez telefon.</p>
        <p>W prośbie podaj: swoje dane kontaktowe, adres strony, na czym polega problem i jak chcesz dostać informację.</p>
        <p>Odpowiemy od razu, najpóźniej w ciągu 7 dni. Jeśli potrzebujemy więcej czasu, powiemy o tym. Cała sprawa potrwa najwyżej 2 miesiące od prośby.</p>
        <p>Gdy odmówimy albo nie dotrzymamy terminu, możesz złożyć skargę do urzędu. Potem możesz też napisać do <a href="https://bip.brpo.gov.pl/">Rzecznika Praw Obywatelskich</a>.</p>
      </div>

      <h2>Pozostałe informacje</h2>
      <h3>Aplikacje mobilne</h3>
      <p id="a11y-aplikacje">Brak. Serwis działa w przeglądarce telefonu.</p>
      <h3>Dostępność architektoniczna</h3>
      <p id="a11y-architektura">Dojście do budynku urzędu i wejście do niego: <OfficeLine value={office.building} language="pl" /></p>
    </div>
  </Prose>
)
