import { describe, expect, test } from 'vitest'
import { canonText } from '../text'
import { heldWordIn, readWords, vulgarWords } from './words-held'

const held = (text: string) => heldWordIn(canonText(text), vulgarWords)

test.each([
  'kurwa', 'Kurwy', 'KURWICA', 'wkurwia', 'podkurwiony', 'skurwysyn', 'kurewski', 'chuj', 'chujowy', 'chujnia', 'huja', 'jebać', 'zajebiście', 'wyjebane', 'pojebało', 'pierdolę', 'spierdalaj', 'wypierdolić',
  'pizda', 'napizdzili', 'cipa', 'gówno', 'dziwka', 'kutas', 'zasrany',
])('„%s” is held', (word) => expect(held(`To jest ${word}, i tyle.`)).toBe(word))

test.each(['kurw4', 'k u r w a', 'k.u.r.w.a', 'ku\u200brwa', 'kuuuurwa', 'KURVA', 'ch\u00aduj', 'jeb@ć', 'k\u0301urwa'.normalize('NFD')])('A08: „%s” hides nothing', (word) => expect(held(`No ${word}!`)).not.toBeNull())

describe('innocent words stay', () => {
  test.each([
    'kurator', 'kuratorium', 'kubatura', 'kurs', 'kura', 'Hujsko', 'Chujewicz', 'Jebel Ali', 'Jebwabne', 'ruchach', 'w ruchu', 'rucham', 'cipcip', 'Cipcer', 'dyscyplina', 'pizza', 'Pyzdry', 'duplikat', 'dupleks',
    'główny', 'głównie', 'Gowin', 'Izrael', 'srebro', 'rasowy', 'Sralik', 'pedały w rowerze', 'szmata', 'ciotka', 'suka i szczenięta', 'kutno', 'Kutasiewicz', 'Scunthorpe', 'Essex', 'analiza', 'asystent', 'skurcz', 'kurdybanek', 'zajazd', 'objazd', 'pejzaż', 'huta', 'huśtawka',
  ])('„%s”', (word) => expect(held(`Proszę: ${word}.`)).toBeNull())

  test('and so does ordinary prose', () => {
    expect(held('A ja i Ty, o co chodzi w tym sporze? Kuratorium wysłało kuratora, a chór uczniów z Torunia zagrał w ruchu oporu. 1 5 0 4 @ $.')).toBeNull()
  })
})

test('the office writes its own list the same way', () => {
  const own = readWords('# nasze\nOszust* ~krad*\n\nsitwa   # i tyle\n(.*)+ x')
  expect(own).toEqual(['oszust*', '~krad*', 'sitwa'])
  expect(heldWordIn('Sami oszuści!', own)).toBeNull()
  expect(heldWordIn('Sami OSZUSTOWIE!', own)).toBe('OSZUSTOWIE')
  expect(heldWordIn('Okradli nas.', own)).toBe('Okradli')
  expect(heldWordIn('Sitwie się nie dziwię', own)).toBeNull()
})

test('A15: the longest text is looked through at once', () => {
  for (const unit of ['a ', 'a.', 'k u r w ', 'w', 'kurw', 'z_']) {
    const began = performance.now()
    heldWordIn(unit.repeat(20_000 / unit.length), vulgarWords)
    expect(performance.now() - began).toBeLessThan(50)
  }
})
