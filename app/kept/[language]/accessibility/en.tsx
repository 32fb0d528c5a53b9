import { Prose } from '@/app/_components/site/prose'
import { office } from '@/app/kept/office'
import { OfficeLine } from '@/app/kept/office-line'
import { sayDay } from '@/lib/dates'

const Day = ({ id, day }: { id: string; day: string }) => <time id={id} dateTime={day}>{sayDay(new Date(`${day}T12:00:00Z`), 'en')}</time>

// The ids are those of the technical conditions of the declaration (law.md 1.7); each stands once.
export const AccessibilityEn = ({ origin }: { origin: string }) => (
  <Prose language="en" title="Accessibility statement">
    <div id="a11y-deklaracja">
      <p id="a11y-wstep">
        <span id="a11y-podmiot" lang="pl">{office.body}</span> undertakes to make its website accessible in accordance with the Polish act of 4 April 2019 on the digital accessibility of websites and mobile applications of public bodies. This statement concerns the site <a id="a11y-url" href={origin}>{`Głos Torunia (${origin})`}</a>.
      </p>
      <ul>
        <li>Date of publication of the site: <Day id="a11y-data-publikacja" day={office.published} /></li>
        <li>Date of the last substantial change: <Day id="a11y-data-aktualizacja" day={office.changed} /></li>
      </ul>

      <h2>Status</h2>
      <p id="a11y-status">The site is <strong>partially compliant</strong> with the act, for the reasons listed below.</p>
      <h3>What is not ready yet</h3>
      <ul>
        <li>The site has not yet been examined by people with disabilities or by an external auditor.</li>
        <li>There is no film in Polish Sign Language and no easy-to-read text.</li>
        <li>Comments are written by residents. They may hold difficult words, links without description and other languages.</li>
        <li>The titles of the tasks are as the city council adopted them. Some are long and difficult.</li>
      </ul>
      <h3>What is done</h3>
      <ul>
        <li>Everything can be done with the keyboard alone, and without JavaScript.</li>
        <li>Text can be enlarged to 400%. The page fits the screen.</li>
        <li>The result of a vote is also given in words and in a table, not by colour alone.</li>
        <li>The site has light and dark colours, by the settings of your device.</li>
      </ul>

      <h2>Preparation of this statement</h2>
      <ul>
        <li>Date of preparation: <Day id="a11y-data-sporzadzenie" day={office.statementMade} /></li>
        <li>Date of the last review: <Day id="a11y-data-przeglad" day={office.statementReviewed} /></li>
      </ul>
      <p>The statement was prepared by the site’s team from its own assessment and from tests with the program axe.</p>

      <h2>Keyboard shortcuts</h2>
      <p>The site has no shortcuts of its own. The usual ones of your browser work. The first press of Tab shows the link “Skip to content”.</p>

      <h2 id="a11y-kontakt">Feedback and contact</h2>
      <p>Does something not work? Let us know.</p>
      <ul>
        <li>Responsible: <span id="a11y-osoba"><OfficeLine value={office.contact} language="en" /></span></li>
        <li>E-mail: <span id="a11y-email"><OfficeLine value={office.email} language="en" /></span></li>
        <li>Telephone: <span id="a11y-telefon"><OfficeLine value={office.phone} language="en" /></span></li>
      </ul>

      <div id="a11y-procedura">
        <h2>Requests and complaints</h2>
        <p>Everybody may ask that the site or a part of it be made accessible. You may also ask for the same information in another way, for example by telephone.</p>
        <p>In your request tell us how to reach you, the address of the page, what the problem is, and how you would like to get the information.</p>
        <p>We answer at once, within 7 days at the latest. If we need more time, we tell you. The whole matter takes no longer than 2 months from your request.</p>
        <p>If we refuse or miss the date, you can complain to the office. After that you can also write to the <a href="https://bip.brpo.gov.pl/" hrefLang="pl">Polish Commissioner for Human Rights</a>.</p>
      </div>

      <h2>Other information</h2>
      <h3>Mobile applications</h3>
      <p id="a11y-aplikacje">None. The site works in the browser of a telephone.</p>
      <h3>Access to the building</h3>
      <p id="a11y-architektura">The way to the office’s building and its entrance: <OfficeLine value={office.building} language="en" /></p>
    </div>
  </Prose>
)
