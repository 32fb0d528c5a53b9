import { Prose } from '@/app/_components/site/prose'
import { address } from '@/lib/addresses'

export const HowItWorksPl = () => (
  <Prose language="pl" title="Jak to działa" lead="Miasto ma plan na następne lata. Nazywa się strategia. Tu powiesz, co o nim myślisz.">
    <h2>W trzech krokach</h2>
    <ol>
      <li>Wybierz <a href={address('pl', 'tasks')}>zadanie strategii</a>, które Cię obchodzi. Możesz go też <a href={address('pl', 'search')}>poszukać</a>.</li>
      <li>Zagłosuj: za, przeciw albo nie mam zdania. Napisz komentarz, jeśli chcesz.</li>
      <li>Zaloguj się linkiem, który przyślemy pocztą. Możesz to zrobić na końcu. Twój tekst poczeka.</li>
    </ol>

    <h2>Dla organizacji</h2>
    <ol>
      <li><a href={address('pl', 'newOrganisation')}>Zarejestruj organizację</a>. Moderacja sprawdzi ją w publicznych rejestrach.</li>
      <li><a href={address('pl', 'newProposal')}>Zaproponuj projekt</a> do jednego lub kilku zadań. Formularz zapisuje każdy krok, więc możesz wrócić do niego później.</li>
      <li>Moderacja sprawdzi propozycję. Może ją opublikować, odesłać do poprawy albo odrzucić. Zawsze podaje powód.</li>
      <li>Przyjęte propozycje oceniają dwie osoby z urzędu, każda osobno. Zobacz <a href={address('pl', 'assessmentCriteria')}>kryteria oceny</a>.</li>
    </ol>
    <p>Propozycja nie jest ofertą w konkursie. Jest pomysłem, o którym można porozmawiać z mieszkańcami.</p>

    <h2>Co się dzieje z Twoim głosem</h2>
    <ul>
      <li>Komentarz zwykle widać od razu. Wszyscy mogą go przeczytać i na niego odpowiedzieć.</li>
      <li>Oddany głos zmienia wynik od razu. Pokazujemy tylko sumy, nigdy to, kto jak głosował.</li>
      <li>Głosy są opinią dla miasta. Decyzje podejmują rada miasta i prezydent.</li>
      <li>Wyniki i komentarze każdy może pobrać jako <a href={address('pl', 'openData')}>otwarte dane</a>.</li>
    </ul>

    <h2>Kto pilnuje rozmowy</h2>
    <p>Moderacja. Ukrywa tylko to, co łamie <a href={address('pl', 'terms')}>regulamin</a>, i zawsze mówi dlaczego. Nie ukrywa krytyki. Wszystkie decyzje są na stronie <a href={address('pl', 'transparency')}>Przejrzystość</a>. Widzisz coś złego? Naciśnij „Zgłoś” przy komentarzu.</p>

    <h2>Pytania i odpowiedzi</h2>
    <h3>Czy muszę mieć konto, żeby czytać?</h3>
    <p>Nie. Czytać może każdy.</p>
    <h3>Dlaczego nie ma hasła?</h3>
    <p>Żeby nie trzeba było go pamiętać. Wpisujesz swój adres e-mail. Przychodzi wiadomość z linkiem. Klikasz w link, a potem w przycisk „Zaloguj się”. To wszystko.</p>
    <h3>Wiadomość z linkiem nie przyszła. Co teraz?</h3>
    <p>Poczekaj kilka minut i zajrzyj do folderu ze spamem. Link działa 10 minut i tylko raz. Zawsze możesz poprosić o nowy.</p>
    <h3>Czy muszę podać nazwisko?</h3>
    <p>Nie. Wystarczy imię albo pseudonim. Adresu e-mail nie pokażemy nikomu.</p>
    <h3>W urzędzie jest mój list albo karta do głosowania. Co się z nimi stało?</h3>
    <p>Wpisz numer z potwierdzenia na stronie <a href={address('pl', 'paperReceipt')}>Sprawdź, co się stało z Twoim papierem</a>. Nie potrzebujesz konta.</p>
    <h3>Czy mogę się pomylić?</h3>
    <p>Tak, i nic złego się nie stanie. Głos możesz zmienić albo wycofać. Zanim coś się opublikuje, zawsze trzeba nacisnąć przycisk.</p>
    <h3>Litery są za małe. Co zrobić?</h3>
    <p>Przytrzymaj klawisz Ctrl i naciśnij plus. Na telefonie rozsuń palce na ekranie. Strona dopasuje się do większych liter.</p>
    <h3>Czy to coś kosztuje?</h3>
    <p>Nie.</p>
    <h3>Czy mogę usunąć konto?</h3>
    <p>Tak, na stronie <a href={address('pl', 'account')}>Moje konto</a>. Najpierw pokażemy, co wtedy zniknie, a co zostanie.</p>
  </Prose>
)
