import type { Stance } from '../lib/discussion/rules'

// Invented voices for the demonstration. Whoever sees them is told so on every page.

export const residents = [
  'sąsiadka z Rubinkowa', 'kolejarz_60', 'Marta z Bydgoskiego', 'tata trójki', 'Oksana', 'pan Tadek', 'studentka UMK', 'emerytka z Mokrego',
  'Kuba', 'mama Zosi', 'rowerzysta', 'Hanka', 'nauczycielka z Podgórza', 'Wrzos', 'nocny biegacz', 'Ewa z Jakubskiego', 'Staszek', 'bibliotekarka', 'Piotr spod Torunia', 'Alina',
] as const

/** `was`: what it said before it was changed in public; `office` answers officially. */
export type Voice = { by: (typeof residents)[number] | 'green' | 'bridge' | 'seniors' | 'office'; says: string; stance?: Stance; supports?: number; disagrees?: number; passes?: number; was?: string; answers?: Voice[] }

/** Threads by task code. An organisation speaks by its key in `organisations`. */
export const threads: Record<string, Voice[]> = {
  '1.1.1': [{ by: 'nauczycielka z Podgórza', stance: 'for', says: 'Szkolenia tak, ale w godzinach pracy albo płatne. Soboty już oddaliśmy na wszystko inne.', supports: 9 }],
  '1.1.2': [
    { by: 'Staszek', stance: 'idea', says: 'Mam 52 lata i przekwalifikowałem się na elektryka. Najtrudniej było znaleźć kurs po południu. Proszę o listę kursów w jednym miejscu, z godzinami i ceną.', supports: 14, answers: [{ by: 'bibliotekarka', says: 'Taką listę możemy wywiesić też w bibliotekach. Nie każdy szuka w internecie.', supports: 6 }] },
  ],
  '1.1.3': [
    { by: 'Hanka', says: 'Edukacja pozaformalna to dla mnie Młyn Wiedzy i pracownie na osiedlach. Pierwsze jest, drugich brakuje na Rubinkowie i na Skarpie.', supports: 11 },
    { by: 'Kuba', stance: 'idea', says: 'Fajnie by było, gdyby zajęcia z robotyki nie kończyły się na podstawówce.', supports: 4 },
  ],
  '1.1.4': [{ by: 'Ewa z Jakubskiego', says: 'Boisko przy naszej szkole jest zamknięte od 15:00. Wystarczy klucz i jedna osoba na dyżurze.', supports: 21, answers: [{ by: 'tata trójki', says: 'U nas to samo. Chętnie wezmę jeden dyżur w tygodniu.', supports: 8 }, { by: 'pan Tadek', stance: 'question', says: 'A kto odpowiada, jak coś się stanie? Bez tego nikt klucza nie da.', supports: 3, answers: [{ by: 'Ewa z Jakubskiego', says: 'W Bydgoszczy robi to rada osiedla z umową. Można przepisać rozwiązanie.', supports: 7 }] }] }],
  '1.1.6': [{ by: 'green', says: 'Prowadzimy szkołę liderów podwórkowych trzeci rok. Najwięcej daje mały grant na pierwszą akcję, nie sam kurs. Chętnie podzielimy się programem.', supports: 12 }],
  '1.1.7': [{ by: 'mama Zosi', stance: 'idea', says: 'Zapisy na zajęcia trwają pięć minut i nie ma miejsc. Może losowanie zamiast wyścigu?', supports: 33, answers: [{ by: 'nauczycielka z Podgórza', says: 'Losowanie byłoby uczciwsze wobec rodziców, którzy o 8:00 są w pracy.', supports: 17 }] }],
  '1.1.8': [{ by: 'studentka UMK', says: 'Lekcje w muzeum są świetne, tylko bilety i autobus przerastają budżet klasy. Wystarczyłby bezpłatny przejazd dla grup.', supports: 10 }],
  '1.1.10': [{ by: 'Marta z Bydgoskiego', says: 'Spotkania ze strażą w szkole syna były ciekawe. Zabrakło tylko rozmowy o hulajnogach.', supports: 5 }],
  '1.1.11': [{ by: 'emerytka z Mokrego', stance: 'idea', says: 'Internet mam, ale boję się oszustów. Proszę o zajęcia, jak rozpoznać fałszywy SMS.', supports: 19, answers: [{ by: 'seniors', says: 'Takie zajęcia prowadzimy we wtorki o 11:00, bezpłatnie. Następne będą o bankowości w telefonie.', supports: 13 }] }],
  '1.1.12': [{ by: 'bridge', says: 'Małym organizacjom najbardziej pomaga wspólne biuro i jedna księgowa na kilka stowarzyszeń. To tańsze niż osobne dotacje.', supports: 16 }],
  '1.1.13': [
    { by: 'green', says: 'Popieramy standardy, ale niech będą krótkie. Trzy liczby, które naprawdę mierzą zmianę, zamiast dwudziestu, które zbiera się dla sprawozdania.', supports: 18, answers: [{ by: 'Alina', says: 'I niech mieszkańcy widzą te trzy liczby, a nie tylko urząd.', supports: 9 }] },
    { by: 'Piotr spod Torunia', stance: 'question', says: 'Kto będzie sprawdzał, czy rezultat jest prawdziwy? Deklaracja organizacji to za mało.', supports: 7 },
  ],
  '1.1.14': [{ by: 'seniors', says: 'Wolontariuszy szkolimy sami, z naszych składek. Wspólny kalendarz szkoleń dla wszystkich NGO dużo by zmienił.', supports: 8 }],
  '1.1.15': [{ by: 'bridge', says: 'Zacznijmy od prostej rzeczy: jedno spotkanie w kwartale i lista, kto czego szuka. Sala u nas jest.', supports: 14, answers: [{ by: 'green', says: 'Przyjdziemy. Szukamy partnera do ogrodu przy szkole specjalnej.', supports: 5 }] }],
  '1.1.17': [{ by: 'Wrzos', says: 'Firmy chętnie dają pieniądze na festyn, a trudniej o stałą pomoc. Może umowa na trzy lata zamiast baneru?', supports: 6 }],
  '1.1.18': [
    { by: 'sąsiadka z Rubinkowa', stance: 'for', disagrees: 3, passes: 5, was: 'Wolontariat w hospicjum miał kolejkę chętnych, ale nie było komu ich przeszkolić. Proszę zacząć od plakatów i koordynatorów.', says: 'Wolontariat w hospicjum miał kolejkę chętnych, ale nie było komu ich przeszkolić. Proszę zacząć od koordynatorów, dopiero potem od plakatów.', supports: 41, answers: [
      { by: 'green', says: 'Mamy dwie osoby po kursie koordynatora i chętnie poprowadzimy pierwsze szkolenie. Projekt dopisaliśmy do tego zadania.', supports: 12, answers: [{ by: 'sąsiadka z Rubinkowa', says: 'Zapisuję się. Czy można też wieczorem?', supports: 2 }] },
      { by: 'Oksana', says: 'Ja pomagam po ukraińsku w przychodni. Przydałby się ktoś, kto wyjaśni, jakie są prawa wolontariusza.', supports: 15 },
    ] },
    { by: 'kolejarz_60', stance: 'question', says: 'A kto zapłaci za ubezpieczenie starszych wolontariuszy? Przy poprzedniej akcji każdy ubezpieczał się sam.', supports: 9 },
    { by: 'studentka UMK', says: 'Na uczelni łatwo znaleźć ludzi na jeden dzień, trudno na pół roku.\n\nPomogłoby zaświadczenie, które coś znaczy u pracodawcy. Przykład: https://www.wolontariat.org.pl', supports: 6 },
  ],
  '1.1.19': [
    { by: 'Alina', stance: 'for', disagrees: 2, passes: 3, says: 'Najbardziej zniechęca brak odpowiedzi. Na ostatnich konsultacjach napisałam dwie strony i do dziś nie wiem, czy ktoś je czytał.', supports: 57, answers: [
      { by: 'pan Tadek', says: 'Dokładnie tak. Jedno zdanie „nie, bo…” byłoby lepsze niż cisza.', supports: 38 },
      { by: 'nocny biegacz', says: 'Dlatego podoba mi się, że tutaj przy każdym zadaniu widać wynik i rozmowę. Zobaczymy, co dalej.', supports: 11 },
    ] },
    { by: 'emerytka z Mokrego', stance: 'idea', says: 'Proszę pamiętać o tych, co nie mają komputera. Punkt w bibliotece, telefon, zwykła kartka.', supports: 44, answers: [{ by: 'bibliotekarka', says: 'W filii na Mokrem pomagamy wypełnić formularz na miejscu. Proszę przyjść w środę.', supports: 20 }] },
    { by: 'rowerzysta', stance: 'against', disagrees: 12, passes: 4, says: 'Spotkania o 16:00 w dzień roboczy to spotkania dla emerytów i urzędników. Z całym szacunkiem dla jednych i drugich.', supports: 25 },
    { by: 'Kuba', stance: 'question', says: 'Czy na konsultacje będzie można przyjść też z dziećmi?', supports: 9 },
  ],
  '1.1.20': [{ by: 'Marta z Bydgoskiego', stance: 'for', says: 'Święto ulicy Mickiewicza było najlepszą imprezą roku, bo robili je sąsiedzi. Mniej scen, więcej stołów!', supports: 29 }],
  '1.1.21': [{ by: 'Hanka', says: 'Nasza świetlica i biblioteka są w jednym budynku i nie mają wspólnego kalendarza. To chyba najłatwiejsza rzecz do zrobienia.', supports: 13 }],
  '1.1.22': [{ by: 'tata trójki', stance: 'for', says: 'Przedszkole do 16:30 oznacza, że jedno z nas pracuje na pół etatu. Dyżur do 18:00 w jednej placówce na dzielnicę wystarczy.', supports: 36 }],
  '1.1.23': [{ by: 'mama Zosi', stance: 'question', says: 'Na miejsce w żłobku czekaliśmy rok. Proszę publikować, ile dzieci jest na liście w której dzielnicy.', supports: 31, answers: [{ by: 'Kuba', says: 'Tak, z datą. Wtedy widać, czy kolejka się skraca.', supports: 12 }] }],
  '1.1.24': [{ by: 'pan Tadek', stance: 'idea', says: 'Ławki. Serio. Między Bema a Kościuszki nie ma gdzie usiąść.', supports: 40 }],
  '1.1.26': [{ by: 'Wrzos', says: 'Tożsamość to dla mnie też Podgórz i jego historia. Może spacery prowadzone przez mieszkańców?', supports: 8 }],
}

/** How the residents vote: for, against, no opinion. Tasks that are not named have few votes. */
export const votes: Record<string, [number, number, number]> = {
  '1.1.1': [9, 1, 4], '1.1.2': [14, 1, 3], '1.1.3': [12, 0, 5], '1.1.4': [17, 1, 1], '1.1.5': [3, 1, 2], '1.1.6': [10, 2, 5], '1.1.7': [16, 1, 2], '1.1.8': [11, 0, 4], '1.1.9': [5, 0, 4],
  '1.1.10': [6, 5, 4], '1.1.11': [9, 4, 3], '1.1.12': [13, 1, 3], '1.1.13': [10, 4, 4], '1.1.14': [9, 1, 4], '1.1.15': [11, 0, 3], '1.1.16': [4, 2, 5], '1.1.17': [6, 5, 5], '1.1.18': [17, 1, 2],
  '1.1.19': [18, 0, 2], '1.1.20': [14, 3, 2], '1.1.21': [12, 0, 4], '1.1.22': [18, 0, 1], '1.1.23': [17, 1, 1], '1.1.24': [15, 2, 2], '1.1.25': [8, 1, 5], '1.1.26': [7, 3, 6],
}

export const organisations = {
  green: { name: 'Stowarzyszenie Zielone Podwórko', legalForm: 'association', krs: '0000998801', nip: '', regon: '', seat: 'ul. Przykładowa 3, Toruń', about: 'Zakładamy ogrody na podwórkach i uczymy, jak je wspólnie prowadzić. Pracujemy z sąsiadami, szkołami i seniorami.', contactEmail: 'biuro@zielone.example', contactPhone: '' },
  bridge: { name: 'Fundacja Most', legalForm: 'foundation', krs: '0000998802', nip: '', regon: '', seat: 'ul. Wzorcowa 12, Toruń', about: 'Łączymy małe organizacje: wspólne biuro, księgowość i szkolenia. Prowadzimy salę spotkań na Bydgoskim.', contactEmail: 'kontakt@most.example', contactPhone: '' },
  seniors: { name: 'Klub Seniora Druga Młodość', legalForm: 'ordinary-association', krs: '', nip: '', regon: '', seat: 'ul. Próbna 7, Toruń', about: 'Zajęcia komputerowe, gimnastyka i wyjścia dla osób po sześćdziesiątce. Uczymy się nawzajem.', contactEmail: 'klub@druga.example', contactPhone: '' },
} as const

/** Waits at the desk to be confirmed. */
export const waitingOrganisation = { name: 'Koło Gospodyń Miejskich Stawki', legalForm: 'rural-housewives-circle', krs: '', nip: '', regon: '', seat: 'ul. Testowa 1, Toruń', about: 'Gotujemy, szyjemy i dbamy o park na Stawkach.', contactEmail: 'kolo@stawki.example', contactPhone: '' } as const

/** A comment that was hidden, and one that is reported and waits. */
export const spam: Voice = { by: 'Kuba', says: 'Tanie okna i drzwi, rabat na hasło TORUN. Dzwoń już dziś!' }
export const rude: Voice = { by: 'rowerzysta', says: 'Kto tak pisze, ten chyba nigdy nie wyszedł z domu. Szkoda czasu na takich ludzi.' }

/** The office's answer: in which task, and to whose voices. */
export const officialAnswer = { code: '1.1.19', to: ['emerytka z Mokrego', 'rowerzysta'], says: 'Dziękujemy. Od stycznia jedno z dwóch spotkań będzie po 18:00. Kartki i pomoc przy formularzu są w każdej filii biblioteki, a adresy wywiesimy też w autobusach.\n\nWrócimy tu z listą miejsc do końca miesiąca.' } as const
