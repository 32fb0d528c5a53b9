import type { ReactNode } from 'react'
import { Prose } from '@/app/_components/site/prose'
import { office } from '@/app/kept/office'
import { OfficeLine } from '@/app/kept/office-line'
import { sessionDays } from '@/lib/accounts/rules'
import { address } from '@/lib/addresses'

export const PrivacyEn = ({ children }: { /** What stands under its title: of which day it is. */ children?: ReactNode }) => (
  <Prose language="en" title="Privacy" lead="We know as little about you as possible. To read you need nothing at all.">
    {children}
    <h2>In short</h2>
    <ul>
      <li>We know your e-mail address and the name that you choose. We show the address to nobody.</li>
      <li>We do not show who voted how. Only totals are public.</li>
      <li>We do not track you. There are no advertisements, no statistics of other companies and no files from other sites.</li>
      <li>You can delete your account at any time.</li>
    </ul>

    <h2>Who is responsible</h2>
    <p>The controller is <span lang="pl">{office.controller}</span> (the mayor of Toruń). Contact: <OfficeLine value={office.email} language="en" />. Postal address: <OfficeLine value={office.postalAddress} language="en" />.</p>
    <p>Data protection officer: <OfficeLine value={office.dataProtectionOfficer} language="en" />.</p>

    <h2>What for, and on which basis</h2>
    <p>The data serves one purpose: that residents and organisations can give their opinion on the city’s matters. This is a public task. Its basis is art. 6(1)(e) of the GDPR and art. 5a of the Polish act on municipal self-government.</p>
    <p>Giving your data is voluntary. Without an e-mail address, however, you cannot sign in, and so not speak.</p>

    <h2>What we keep, and for how long</h2>
    <ul>
      <li>Your account: e-mail address, name and day of joining. Until you delete the account.</li>
      <li>What you publish: comments, proposals, votes in totals. These are the files of the consultation. The city keeps them as long as the law on archives says.</li>
      <li>Cases of moderation: reports, decisions, appeals. Evidence and the data of those who reported go after a time.</li>
      <li>Technical data: sign-ins, links, counters of tries. They go by themselves, after minutes or days.</li>
    </ul>
    <p>Every kind of data, for how long and on which basis is in the <a href={address('en', 'retention')}>list of what we keep and for how long</a>. The program records no IP addresses. The server may do so by the operator’s rules, for 30 days at most: <em className="quiet">[to be confirmed by the site’s operator]</em>.</p>
    <p>A journal of events records for good what happened and when. It holds no texts and no addresses, and a random sign stands for the person. After the account is deleted it cannot be connected with your address or name.</p>

    <h2>Cookies</h2>
    <p>They are needed for signing in only: one remembers that it is you ({sessionDays} days), the others guard the signing in itself and go when the browser is closed. Whoever verifies where they live gets one more, for 10 minutes. There are no others. Whoever only reads gets none. That is why we do not ask for consent.</p>

    <h2>Who receives data</h2>
    <p>The company that runs the server and the mail, by contract with the city: <em className="quiet">[to be filled in by the site’s operator]</em>. We send no data outside the European Economic Area. No decisions are made automatically, and nobody is profiled.</p>
    <p>What you publish is public: name, comment, moment and organisation. Everybody can read it and download it as <a href={address('en', 'openData')}>open data</a>.</p>

    <h2>Your rights</h2>
    <ul>
      <li>You can see your data and <a href={address('en', 'accountCopy')}>get a copy of it</a>.</li>
      <li>You can correct it. You change your name on the page <a href={address('en', 'account')}>My account</a>.</li>
      <li>You can delete your account on the same page. We first show what goes and what stays.</li>
      <li>You can ask that the use of your data be restricted.</li>
      <li>You can object for reasons of your particular situation.</li>
      <li>You can complain to the Polish data protection authority: <a href="https://uodo.gov.pl/" hrefLang="pl">uodo.gov.pl</a>.</li>
    </ul>
    <p>In each of these matters you can also write to the data protection officer.</p>
  </Prose>
)
