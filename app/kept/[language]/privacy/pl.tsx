import { Prose } from '@/app/_components/site/prose'
import { office } from '@/app/kept/office'
import { OfficeLine } from '@/app/kept/office-line'
import { draftHours, linkMinutes, sessionDays } from '@/lib/accounts/rules'
import { address } from '@/lib/addresses'

export const PrivacyPl = () => (
  <Prose language="pl" title="Prywatność" lead="Wiemy o Tobie tak mało, jak się da. Do czytania nie trzeba niczego.">
    <h2>W skrócie</h2>
    <ul>
      <li>Znamy Twój adres e-mail i nazwę, którą wybierzesz. Adresu nie pokazujemy nikomu.</li>
      <li>Nie pokazujemy, jak kto głosował. Publiczne są tylko sumy.</li>
      <li>Nie śledzimy. Nie ma tu reklam, statystyk obcych firm ani plików z innych serwisów.</li>
      <li>Konto możesz usunąć w każdej chwili.</li>
    </ul>

    <h2>Kto odpowiada za dane</h2>
    <p>Administratorem danych jest {office.controller}. Kontakt: <OfficeLine value={office.email} language="pl" />. Adres do listów: <OfficeLine value={office.postalAddress} language="pl" />.</p>
    <p>Inspektor ochrony danych: <OfficeLine value={office.dataProtectionOfficer} language="pl" />.</p>

    <h2>Po co i na jakiej podstawie</h2>
    <p>Dane służą jednemu celowi: żeby mieszkańcy i organizacje mogli wyrazić opinię o sprawach miasta. To zadanie publiczne. Podstawą jest art. 6 ust. 1 lit. e RODO i art. 5a ustawy o samorządzie gminnym.</p>
    <p>Podanie danych jest dobrowolne. Bez adresu e-mail nie da się jednak zalogować, a więc i zabrać głosu.</p>

    <h2>Co przechowujemy i jak długo</h2>
    <table className="table">
      <thead><tr><th scope="col">Co</th><th scope="col">Jak długo</th></tr></thead>
      <tbody>
        <tr><th scope="row">Adres e-mail, nazwa, dzień założenia konta</th><td>Do usunięcia konta.</td></tr>
        <tr><th scope="row">Potwierdzenie zamieszkania, jeśli z niego korzystasz: kto potwierdził, numer, pod którym Cię zna, i skrót numeru PESEL</th><td>Do usunięcia konta, także gdy potwierdzenie cofniesz: inaczej jedna osoba mogłaby potwierdzać po kolei kilka kont. Samego numeru PESEL nie przechowujemy.</td></tr>
        <tr><th scope="row">Link do logowania (tylko jego skrót)</th><td>Działa {linkMinutes} minut. Potem usuwa go pierwsza następna prośba o link, także cudza.</td></tr>
        <tr><th scope="row">Zalogowanie w przeglądarce (skrót klucza)</th><td>Działa {sessionDays} dni albo do wylogowania. Zapis znika najpóźniej razem z kontem.</td></tr>
        <tr><th scope="row">Tekst napisany przed zalogowaniem</th><td>Czeka {draftHours} godziny. Potem usuwa go pierwszy następny taki tekst, także cudzy.</td></tr>
        <tr><th scope="row">Komentarze</th><td>Zostają jako część publicznej rozmowy. Po usunięciu konta są podpisane „konto usunięte”.</td></tr>
        <tr><th scope="row">Oddane głosy i poparcia</th><td>Zostają w sumach. Po usunięciu konta nie da się ich z nikim połączyć.</td></tr>
        <tr><th scope="row">Zgłoszenia komentarzy i decyzje moderacji</th><td>Zostają, żeby było wiadomo, dlaczego coś ukryto. Zgłaszających nie pokazujemy nikomu poza moderacją.</td></tr>
        <tr><th scope="row">Dane organizacji i kontakt do niej</th><td>Jak długo organizacja jest w serwisie. Kontakt widzi moderacja, a inni tylko to, co organizacja sama pokaże.</td></tr>
        <tr><th scope="row">Odpowiedzi Krajowego Rejestru Sądowego o organizacji, bez nazwisk</th><td>Jak długo organizacja jest w serwisie. Rejestr pytamy o numer KRS i o nic więcej.</td></tr>
        <tr><th scope="row">Zaproszenie do zespołu organizacji i adres, na który je wysłano</th><td>Nieprzyjęte: 30 dni po terminie. Przyjęte: do usunięcia konta.</td></tr>
        <tr><th scope="row">Załączniki propozycji i logo organizacji</th><td>Jak długo trzyma je propozycja albo organizacja, także po usunięciu konta osoby, która je wysłała. Usunięte znikają w ciągu dwóch godzin. Zdjęcia zapisujemy bez danych o miejscu i aparacie.</td></tr>
        <tr><th scope="row">Liczniki prób, na przykład próśb o link</th><td>Kilka minut do godziny od ostatniej próby, potem są usuwane.</td></tr>
        <tr><th scope="row">Dziennik zdarzeń: co i kiedy się stało</th><td>Na stałe, bez tekstów i adresów. Osobę zastępuje losowy znak. Po usunięciu konta nie da się go z nią połączyć.</td></tr>
        <tr><th scope="row">Wiadomości do wysłania</th><td>Do wysłania. Ta, której nie da się wysłać, czeka na sprawdzenie przez operatora.</td></tr>
      </tbody>
    </table>
    <p>Program nie zapisuje adresów IP. Serwer i kopie zapasowe mogą to robić według zasad operatora: <em className="quiet">[uzupełni operator serwisu]</em>. Okres, przez który miasto trzyma akta, określają przepisy o archiwach.</p>

    <h2>Pliki cookie</h2>
    <p>Są potrzebne tylko do logowania: jeden pamięta, że to Ty ({sessionDays} dni), a pozostałe pilnują samego logowania i znikają po zamknięciu przeglądarki. Kto potwierdza zamieszkanie, dostaje jeszcze jeden, na 10 minut. Innych nie ma. Kto tylko czyta, nie dostaje żadnego. Dlatego nie pytamy o zgodę.</p>

    <h2>Kto dostaje dane</h2>
    <p>Firma, która utrzymuje serwer i pocztę, na podstawie umowy z miastem: <em className="quiet">[uzupełni operator serwisu]</em>. Nie przekazujemy danych poza Europejski Obszar Gospodarczy. Nie podejmujemy decyzji automatycznie i nie profilujemy.</p>
    <p>To, co publikujesz, jest publiczne: nazwa, komentarz, chwila i organizacja. Każdy może to przeczytać i pobrać jako <a href={address('pl', 'openData')}>otwarte dane</a>.</p>

    <h2>Twoje prawa</h2>
    <ul>
      <li>Możesz zobaczyć swoje dane i dostać ich kopię.</li>
      <li>Możesz je poprawić. Nazwę zmienisz na stronie <a href={address('pl', 'account')}>Moje konto</a>.</li>
      <li>Możesz usunąć konto na tej samej stronie.</li>
      <li>Możesz żądać ograniczenia przetwarzania.</li>
      <li>Możesz wnieść sprzeciw z powodu swojej szczególnej sytuacji.</li>
      <li>Możesz złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych: <a href="https://uodo.gov.pl/">uodo.gov.pl</a>.</li>
    </ul>
    <p>W każdej z tych spraw możesz też napisać do inspektora ochrony danych.</p>
  </Prose>
)
