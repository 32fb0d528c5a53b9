import { Prose } from '@/app/_components/site/prose'
import { office } from '@/app/kept/office'
import { OfficeLine } from '@/app/kept/office-line'
import { address } from '@/lib/addresses'

export const TermsPl = () => (
  <Prose language="pl" title="Regulamin" lead="Kilka zasad, dzięki którym da się tu spokojnie rozmawiać.">
    <h2 id="about">Czym jest ten serwis</h2>
    <p>Głos Torunia jest serwisem miasta. Przeczytasz w nim o zadaniach strategii. Możesz je komentować, głosować i proponować projekty. Wszystko jest za darmo.</p>
    <p>Głosy, komentarze i propozycje mają charakter opiniodawczy. Są opinią dla miasta. Decyzje nadal podejmują rada miasta i prezydent.</p>
    <p>Czytać może każdy, bez konta.</p>

    <h2 id="account">Konto i nazwa</h2>
    <ul>
      <li>Głos zabierasz po zalogowaniu. Link do logowania przyślemy pocztą. Hasła nie ma.</li>
      <li>Jedna osoba ma jedno konto.</li>
      <li>Możesz podpisać się imieniem albo pseudonimem. Nazwa nie może udawać urzędu ani innej osoby. Nie może też zawierać adresu ani telefonu.</li>
      <li>W imieniu organizacji piszą tylko ci, którzy do niej należą. Organizację musi najpierw potwierdzić moderacja.</li>
      <li>Konto usuniesz w każdej chwili na stronie <a href={address('pl', 'account')}>Moje konto</a>.</li>
    </ul>

    <h2 id="voting">Głosowanie</h2>
    <p>Przy każdym zadaniu masz jeden głos. Możesz go zmienić albo wycofać. Innym pokazujemy tylko sumy.</p>

    <h2 id="rules">Czego tu nie wolno</h2>
    <p>Moderacja może ukryć komentarz tylko z jednego z tych powodów:</p>
    <h3 id="abuse">Obrażanie innych</h3>
    <p>Wyzwiska, poniżanie albo groźby. Ostry spór o sprawę jest w porządku, atak na człowieka nie.</p>
    <h3 id="hate">Mowa nienawiści</h3>
    <p>Atak na ludzi za pochodzenie, wiarę, płeć, orientację, wiek albo niepełnosprawność.</p>
    <h3 id="personal-data">Cudze dane osobowe</h3>
    <p>Czyjś adres, telefon, zdrowie lub inne prywatne sprawy, podane bez zgody. O pracy osób, które pełnią funkcje publiczne, wolno pisać z nazwiskiem.</p>
    <h3 id="spam">Spam lub reklama</h3>
    <p>Reklama, link bez związku ze sprawą albo ten sam tekst wklejany w wielu miejscach.</p>
    <h3 id="off-topic">Nie na temat</h3>
    <p>Tekst, który nie dotyczy zadania ani propozycji, pod którą stoi.</p>
    <h3 id="illegal">Treść niezgodna z prawem</h3>
    <p>Na przykład groźba, nawoływanie do przestępstwa albo cudzy utwór bez zgody.</p>

    <h2 id="moderation">Jak działa moderacja</h2>
    <ul>
      <li>Komentarz zwykle widać od razu.</li>
      <li>Każdy może zgłosić komentarz, propozycję albo profil organizacji przyciskiem lub linkiem „Zgłoś”, także bez konta. Autor ani organizacja nie dowie się, od kogo jest zgłoszenie. Zgłoszenie ma numer. Na stronie <a href={address('pl', 'findReport')}>Sprawdź zgłoszenie</a> widać, jaka jest decyzja.</li>
      <li>Treść, która łamie prawo, można zgłosić pełnym formularzem. Prowadzi do niego link na stronie zgłoszenia.</li>
      <li>Decyduje człowiek, nie program. Nikt nie decyduje o własnych tekstach.</li>
      <li>Niektóre czekają, aż ktoś je przeczyta: z linkiem od nowej osoby, z wulgarnym słowem, z danymi ludzi, zbyt liczne w kilka minut. Wyszukuje je program, a decyduje człowiek. Od razu mówimy dlaczego.</li>
      <li>Swój komentarz możesz zmienić albo wycofać. Gdy ktoś już na niego odpowiedział albo zareagował, dawny tekst widać na stronie zmian.</li>
      <li>Po ukryciu w miejscu komentarza widać powód. Autor dostaje uzasadnienie i nadal widzi swój tekst. Odpowiedzi innych zostają.</li>
      <li>Ukryta propozycja albo profil organizacji znika z list i wyszukiwarki. Pod jej adresem widać powód. Uzasadnienie dostają osoby, które prowadzą organizację. One też mogą się odwołać.</li>
      <li>Każdą decyzję zapisujemy w rejestrze na stronie <a href={address('pl', 'transparency')}>Przejrzystość</a>. Bez nazw osób i bez ukrytych tekstów.</li>
      <li>Możemy też usunąć cały tekst albo jego fragment, na przykład cudzy adres. Kto wiele razy łamie zasady, dostaje ostrzeżenie, pisze rzadziej, traci głos na pewien czas albo konto.</li>
      <li>Uważasz decyzję za błędną? Możesz się odwołać przez 6 miesięcy. Link jest w wiadomości od nas i na stronie konta. Odpowie ktoś inny, najpóźniej w 14 dni. Gdy masz rację, decyzję cofamy od razu. Odwołać się może też osoba, która to zgłosiła.</li>
      <li>Kontakt z urzędem: <OfficeLine value={office.email} language="pl" />.</li>
    </ul>

    <h2 id="proposals">Propozycje organizacji</h2>
    <p>Propozycja nie jest ofertą w rozumieniu art. 14 ustawy o działalności pożytku publicznego i o wolontariacie. Nie rodzi zobowiązań finansowych, ani dla miasta, ani dla organizacji.</p>

    <h2 id="license">Twoje teksty</h2>
    <p>To, co piszesz, jest Twoje. Gdy to publikujesz, zgadzasz się na dwie rzeczy. Miasto może to pokazywać w serwisie i w <a href={address('pl', 'openData')}>otwartych danych</a>. Każdy może to cytować, jeśli poda Twoją nazwę i adres głosu.</p>
    <p>Publikuj tylko to, do czego masz prawo.</p>

    <h2 id="changes">Zmiany</h2>
    <p>To jest pierwsza wersja regulaminu. Każdą zmianę ogłosimy na tej stronie.</p>
  </Prose>
)
