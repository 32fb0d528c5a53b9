import { Prose } from '@/app/_components/site/prose'
import { office } from '@/app/kept/office'
import { OfficeLine } from '@/app/kept/office-line'
import { draftHours, linkMinutes, sessionDays } from '@/lib/accounts/rules'
import { address } from '@/lib/addresses'

export const PrivacyEn = () => (
  <Prose language="en" title="Privacy" lead="We know as little about you as possible. To read you need nothing at all.">
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
    <table className="table">
      <thead><tr><th scope="col">What</th><th scope="col">How long</th></tr></thead>
      <tbody>
        <tr><th scope="row">E-mail address, name, day of joining</th><td>Until you delete your account.</td></tr>
        <tr><th scope="row">Verification of where you live, if you use it: who verified it, the number by which they know you, and a hash of your national number (PESEL)</th><td>Until you delete your account, also when you take the verification back: otherwise one person could verify one account after the other. The number itself is not kept.</td></tr>
        <tr><th scope="row">Link to sign in (only a hash of it)</th><td>Works for {linkMinutes} minutes. Then the next request for a link removes it, also somebody else’s.</td></tr>
        <tr><th scope="row">Being signed in in a browser (a hash of the key)</th><td>Works for {sessionDays} days or until you sign out. The record goes with the account at the latest.</td></tr>
        <tr><th scope="row">What you wrote before signing in</th><td>Waits for {draftHours} hours. Then the next such text removes it, also somebody else’s.</td></tr>
        <tr><th scope="row">Comments</th><td>Stay as part of a public conversation. After the account is deleted they are signed “account deleted”.</td></tr>
        <tr><th scope="row">Votes and supports</th><td>Stay in the totals. After the account is deleted they cannot be connected with anybody.</td></tr>
        <tr><th scope="row">Reports of comments and decisions of moderators</th><td>Stay, so that it is known why something was hidden. Only moderators see who reported.</td></tr>
        <tr><th scope="row">Data of organisations and how to reach them</th><td>As long as the organisation is on the site. Moderators see how to reach it, others only what the organisation shows.</td></tr>
        <tr><th scope="row">Answers of the National Court Register about an organisation, without names of people</th><td>As long as the organisation is on the site. The register is asked for a KRS number and nothing else.</td></tr>
        <tr><th scope="row">An invitation to an organisation’s team, and the address that it was sent to</th><td>Not accepted: 30 days after its term. Accepted: until the account is deleted.</td></tr>
        <tr><th scope="row">Attachments of proposals and logos of organisations</th><td>As long as the proposal or the organisation holds them, also after whoever sent them has deleted their account. Removed ones are gone within two hours. Photos are kept without data about place and camera.</td></tr>
        <tr><th scope="row">Counters of tries, such as requests for a link</th><td>A few minutes to an hour after the last try, then they are removed.</td></tr>
        <tr><th scope="row">Journal of events: what happened and when</th><td>For good, without texts and addresses. A random sign stands for the person. After the account is deleted it cannot be connected with them.</td></tr>
        <tr><th scope="row">Messages to be sent</th><td>Until they are sent. One that cannot be sent waits for the operator to look at it.</td></tr>
      </tbody>
    </table>
    <p>The program records no IP addresses. The server and backups may do so by the operator’s rules: <em className="quiet">[to be filled in by the site’s operator]</em>. How long the city keeps its files is set by the law on archives.</p>

    <h2>Cookies</h2>
    <p>They are needed for signing in only: one remembers that it is you ({sessionDays} days), the others guard the signing in itself and go when the browser is closed. Whoever verifies where they live gets one more, for 10 minutes. There are no others. Whoever only reads gets none. That is why we do not ask for consent.</p>

    <h2>Who receives data</h2>
    <p>The company that runs the server and the mail, by contract with the city: <em className="quiet">[to be filled in by the site’s operator]</em>. We send no data outside the European Economic Area. No decisions are made automatically, and nobody is profiled.</p>
    <p>What you publish is public: name, comment, moment and organisation. Everybody can read it and download it as <a href={address('en', 'openData')}>open data</a>.</p>

    <h2>Your rights</h2>
    <ul>
      <li>You can see your data and get a copy of it.</li>
      <li>You can correct it. You change your name on the page <a href={address('en', 'account')}>My account</a>.</li>
      <li>You can delete your account on the same page.</li>
      <li>You can ask that the use of your data be restricted.</li>
      <li>You can object for reasons of your particular situation.</li>
      <li>You can complain to the Polish data protection authority: <a href="https://uodo.gov.pl/" hrefLang="pl">uodo.gov.pl</a>.</li>
    </ul>
    <p>In each of these matters you can also write to the data protection officer.</p>
  </Prose>
)
