import type { ReactNode } from 'react'
import { Prose } from '@/app/_components/site/prose'
import { office } from '@/app/kept/office'
import { OfficeLine } from '@/app/kept/office-line'
import { sessionDays } from '@/lib/accounts/rules'
import { address } from '@/lib/addresses'

export const PrivacyPl = ({ children }: { /** What stands under its title: of which day it is. */ children?: ReactNode }) => (
  <Prose language="pl" title="Prywatność" lead="Wiemy o Tobie tak mało, jak się da. Do czytania nie trzeba niczego.">
    {children}
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
    <ul>
      <li>Konto: adres e-mail, nazwę i dzień założenia. Do usunięcia konta.</li>
      <li>To, co publikujesz: komentarze, propozycje, głosy w sumach. To akta konsultacji. Miasto trzyma je tak długo, jak każą przepisy o archiwach.</li>
      <li>Sprawy moderacji: zgłoszenia, decyzje, odwołania. Dowody i dane zgłaszających znikają po czasie.</li>
      <li>Dane techniczne: zalogowania, linki, liczniki prób. Znikają same, po minutach albo dniach.</li>
    </ul>
    <p>Każdy rodzaj danych, czas i podstawę pokazuje <a href={address('pl', 'retention')}>wykaz: co i jak długo przechowujemy</a>. Program nie zapisuje adresów IP. Serwer może to robić według zasad operatora, najwyżej 30 dni: <em className="quiet">[potwierdzi operator serwisu]</em>.</p>
    <p>Dziennik zdarzeń zapisuje na stałe, co i kiedy się stało. Nie ma w nim tekstów ani adresów, a osobę zastępuje losowy znak. Po usunięciu konta nie da się go połączyć z Twoim adresem ani z nazwą.</p>

    <h2>Pliki cookie</h2>
    <p>Są potrzebne tylko do logowania: jeden pamięta, że to Ty ({sessionDays} dni), a pozostałe pilnują samego logowania i znikają po zamknięciu przeglądarki. Kto potwierdza zamieszkanie, dostaje jeszcze jeden, na 10 minut. Innych nie ma. Kto tylko czyta, nie dostaje żadnego. Dlatego nie pytamy o zgodę.</p>

    <h2>Kto dostaje dane</h2>
    <p>Firma, która utrzymuje serwer i pocztę, na podstawie umowy z miastem: <em className="quiet">[uzupełni operator serwisu]</em>. Nie przekazujemy danych poza Europejski Obszar Gospodarczy. Nie podejmujemy decyzji automatycznie i nie profilujemy.</p>
    <p>To, co publikujesz, jest publiczne: nazwa, komentarz, chwila i organizacja. Każdy może to przeczytać i pobrać jako <a href={address('pl', 'openData')}>otwarte dane</a>.</p>

    <h2>Twoje prawa</h2>
    <ul>
      <li>Możesz zobaczyć swoje dane i <a href={address('pl', 'accountCopy')}>pobrać ich kopię</a>.</li>
      <li>Możesz je poprawić. Nazwę zmienisz na stronie <a href={address('pl', 'account')}>Moje konto</a>.</li>
      <li>Możesz usunąć konto na tej samej stronie. Najpierw pokażemy, co zniknie, a co zostanie.</li>
      <li>Możesz żądać ograniczenia przetwarzania.</li>
      <li>Możesz wnieść sprzeciw z powodu swojej szczególnej sytuacji.</li>
      <li>Możesz złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych: <a href="https://uodo.gov.pl/">uodo.gov.pl</a>.</li>
    </ul>
    <p>W każdej z tych spraw możesz też napisać do inspektora ochrony danych.</p>
  </Prose>
)
