import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = Record<string, unknown>

/**
 * For tests: the open interface of the National Court Register on this machine, in its documented form
 * (`/OdpisAktualny/{krs}?rejestr=P|S&format=json`). It knows the foundation 0000030897, and by the first digits of a number
 * an association (01), one in liquidation (02), one that was struck off (03), one that stands among enterprises (04);
 * it is silent (05), garbled (06), too long (07), leads elsewhere (08) or is out of order (09). All others are unknown.
 * @returns `url` for REGISTER_URL; `asked`: what it was asked for; `elsewhere`: how often somebody followed it away;
 *   `say`: an answer of one's own for a number, `'away'` for silence
 */
export async function startTestRegister() {
  const own = new Map<string, Answer | 'away'>()
  const register = { url: '', asked: [] as string[], elsewhere: 0, say: (krs: string, answer: Answer | 'away') => void own.set(krs, answer), stop: () => {} }
  const server = createServer((request, response) => {
    const url = new URL(request.url!, register.url)
    const json = (value: unknown) => response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
    const end = (status: number, headers = {}) => response.writeHead(status, headers).end()
    if (url.pathname === '/elsewhere') {
      register.elsewhere++
      return json(association('0800000000'))
    }
    const krs = /^\/OdpisAktualny\/(\d{10})$/.exec(url.pathname)?.[1]
    const part = url.searchParams.get('rejestr')
    if (!krs || !['P', 'S'].includes(part ?? '') || url.searchParams.get('format') !== 'json') return end(400)
    register.asked.push(`${part} ${krs}`)
    const said = own.get(krs)
    if (said === 'away') return request.socket.destroy()
    if (krs === '0000030897' || krs.startsWith('04')) return part === 'P' ? json(said ?? enterprise(krs)) : end(404)
    if (part === 'P') return end(404)
    if (said) return json(said)
    const kind = krs.slice(0, 2)
    if (kind === '01') return json(association(krs))
    if (kind === '02') return json(inLiquidation(krs))
    if (kind === '03') return end(204)
    if (kind === '05') return // For as long as they wait.
    if (kind === '06') return response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Przerwa techniczna</h1>')
    if (kind === '07') return response.writeHead(200, { 'content-type': 'application/json' }).end(`{"odpis":"${'x'.repeat(5 * 1024 * 1024)}"}`)
    if (kind === '08') return end(302, { location: '/elsewhere' })
    if (kind === '09') return end(503)
    return end(404)
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  register.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  register.stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return register
}

// Answers in the register's own form. People's names come masked, as they do from the interface; nobody here is real.
const head = (krs: string, rejestr: 'RejP' | 'RejS') => ({ rejestr, numerKRS: krs, dataCzasOdpisu: '26.11.2026 10:15:00', stanZDnia: '20.11.2026', dataRejestracjiWKRS: '02.08.2001', numerOstatniegoWpisu: 75, dataOstatniegoWpisu: '14.07.2026', sygnaturaAktSprawyDotyczacejOstatniegoWpisu: 'WA.XIII NS-REJ.KRS/1/26/1', oznaczenieSaduDokonujacegoOstatniegoWpisu: 'SĄD REJONOWY', stanPozycji: 1 })
const board = (rule: string) => ({ reprezentacja: { nazwaOrganu: 'ZARZĄD', sposobReprezentacji: rule, sklad: [{ nazwisko: { nazwiskoICzlon: 'K********' }, imiona: { imie: 'J****' }, identyfikator: { pesel: '7**********' }, funkcjaWOrganie: 'PREZES ZARZĄDU', czyZawieszona: false }] } })
const seat = (town: string, street: string, house: string, code: string) => ({
  siedziba: { kraj: 'POLSKA', wojewodztwo: 'KUJAWSKO-POMORSKIE', powiat: town, gmina: town, miejscowosc: town },
  adres: { ulica: street, nrDomu: house, miejscowosc: town, kodPocztowy: code, poczta: town, kraj: 'POLSKA' },
})
const excerpt = (krs: string, rejestr: 'RejP' | 'RejS', dane: Answer): Answer => ({ odpis: { rodzaj: 'Aktualny', naglowekA: head(krs, rejestr), dane } })

const enterprise = (krs: string) =>
  excerpt(krs, 'RejP', {
    dzial1: { danePodmiotu: { formaPrawna: 'FUNDACJA', identyfikatory: { regon: '01016806800000', nip: '5213003700' }, nazwa: 'WIELKA ORKIESTRA ŚWIĄTECZNEJ POMOCY', czyPosiadaStatusOPP: true }, siedzibaIAdres: { ...seat('WARSZAWA', 'UL. DOMINIKAŃSKA', '19C', '02-738'), adresStronyInternetowej: 'WWW.WOSP.ORG.PL' } },
    dzial2: board('OŚWIADCZENIA W IMIENIU FUNDACJI SKŁADA PREZES ZARZĄDU SAMODZIELNIE ALBO DWAJ CZŁONKOWIE ZARZĄDU ŁĄCZNIE'),
    dzial3: {}, dzial4: {}, dzial5: {}, dzial6: {},
  })

/** As `typed`: name „Stowarzyszenie Rzeka” and seat „ul. Szeroka 7, Toruń” agree with it. */
const association = (krs: string) =>
  excerpt(krs, 'RejS', {
    dzial1: { danePodmiotu: { formaPrawna: 'STOWARZYSZENIE', identyfikatory: { regon: '87111885600000' }, nazwa: 'STOWARZYSZENIE „RZEKA”' }, siedzibaIAdres: seat('TORUŃ', 'UL. SZEROKA', '7', '87-100') },
    dzial2: board('DWAJ CZŁONKOWIE ZARZĄDU DZIAŁAJĄCY ŁĄCZNIE'),
    dzial3: {}, dzial4: {}, dzial5: {}, dzial6: {},
  })

const inLiquidation = (krs: string) =>
  excerpt(krs, 'RejS', {
    dzial1: { danePodmiotu: { formaPrawna: 'STOWARZYSZENIE', identyfikatory: {}, nazwa: 'STOWARZYSZENIE „RZEKA” W LIKWIDACJI' }, siedzibaIAdres: seat('TORUŃ', 'UL. SZEROKA', '7', '87-100') },
    dzial2: board('LIKWIDATOR SAMODZIELNIE'),
    dzial6: { likwidacja: [{ otwarcieLikwidacji: { dataOtwarcia: '02.03.2026' }, likwidatorzy: [{ nazwisko: { nazwiskoICzlon: 'N*****' }, imiona: { imie: 'A***' } }] }] },
  })
