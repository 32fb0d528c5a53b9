import { Prose } from '@/app/_components/site/prose'
import { office } from '@/app/kept/office'
import { OfficeLine } from '@/app/kept/office-line'
import { address } from '@/lib/addresses'

export const TermsEn = () => (
  <Prose language="en" title="Terms of use" lead="A few rules that let people talk here in peace.">
    <p className="notice">The Polish text is binding. This is a translation to help you.</p>
    <h2 id="about">What this site is</h2>
    <p>Głos Torunia is a site of the city of Toruń. You can read about the tasks of the city’s strategy here, comment and vote on them, and propose projects. Everything is free of charge.</p>
    <p>Votes, comments and proposals are advisory. They are an opinion for the city. Decisions are still made by the city council and the mayor.</p>
    <p>Everybody may read, without an account.</p>

    <h2 id="account">Account and name</h2>
    <ul>
      <li>You speak after signing in. We mail you a link for that. There is no password.</li>
      <li>One person has one account.</li>
      <li>You may sign with your name or a pseudonym. It must not pretend to be the office or somebody else, and must not contain an address or a telephone number.</li>
      <li>Only its members write in the name of an organisation, once a moderator has confirmed it.</li>
      <li>You can delete your account at any time on the page <a href={address('en', 'account')}>My account</a>.</li>
    </ul>

    <h2 id="voting">Voting</h2>
    <p>You have one vote on each task. You can change it or take it back. Others see totals only.</p>

    <h2 id="rules">What is not allowed here</h2>
    <p>A moderator may hide a comment for one of these reasons only:</p>
    <h3 id="abuse">Insulting others</h3>
    <p>Name-calling, humiliating or threatening somebody. A sharp dispute about the matter is fine, an attack on a person is not.</p>
    <h3 id="hate">Hate speech</h3>
    <p>An attack on people for their origin, faith, sex, orientation, age or disability.</p>
    <h3 id="personal-data">Someone else’s personal data</h3>
    <p>Somebody’s address, telephone, health or other private matters, given without their consent. You may write about the work of people in public office by name.</p>
    <h3 id="spam">Spam or advertising</h3>
    <p>Advertising, a link that has nothing to do with the matter, or the same text pasted in many places.</p>
    <h3 id="off-topic">Off topic</h3>
    <p>A text that is not about the task or proposal under which it stands.</p>
    <h3 id="illegal">Illegal content</h3>
    <p>Such as a threat, a call to commit a crime, or somebody else’s work without their consent.</p>

    <h2 id="moderation">How moderation works</h2>
    <ul>
      <li>A comment can usually be seen at once.</li>
      <li>Everybody may report a comment, a proposal or an organisation’s profile with the button or link “Report”, also without an account. Neither author nor organisation learns who did. A report has a number: the page <a href={address('en', 'findReport')}>Look up a report</a> shows the decision.</li>
      <li>What breaks the law can be reported with a full form. A link on the page of the report leads to it.</li>
      <li>A person decides, not a program. Nobody decides about their own texts.</li>
      <li>Some wait until somebody has read them: with a link from a new person, with a vulgar word, with people’s data, too many within minutes. A program finds them, a person decides. We say why at once.</li>
      <li>You can change or withdraw your comment. Once somebody has answered or reacted to it, the text before stays on the page of changes.</li>
      <li>In the place of a hidden comment stands the reason. Its author is told why, and can still see the text. Others’ answers stay.</li>
      <li>A hidden proposal or profile of an organisation is in no list and is not found by searching. Its address says why. Those who run the organisation are told the reasons, and may appeal.</li>
      <li>Every decision is recorded on the page <a href={address('en', 'transparency')}>Transparency</a>, without names and without hidden texts.</li>
      <li>We may also remove a whole text or a passage of it, such as somebody’s address. Whoever breaks the rules again and again is warned, writes less often, loses their voice for some time, or their account.</li>
      <li>Do you think a decision is wrong? You can appeal for 6 months. The link is in our message and on your account page. Somebody else answers within 14 days. If you are right, the decision is taken back at once. Whoever reported it can appeal too.</li>
      <li>The office: <OfficeLine value={office.email} language="en" />.</li>
    </ul>

    <h2 id="proposals">Proposals of organisations</h2>
    <p>A proposal is not an offer within the meaning of art. 14 of the Polish act on public benefit activity and volunteering. It creates no financial obligations, neither for the city nor for the organisation.</p>

    <h2 id="license">Your texts</h2>
    <p>What you write is yours. By publishing it you agree to two things. The city may show it on this site and in its <a href={address('en', 'openData')}>open data</a>. Everybody may quote it with your name and the address of the voice.</p>
    <p>Publish only what you have a right to.</p>

    <h2 id="changes">Changes</h2>
    <p>This is the first version of these terms. Every change will be announced on this page.</p>
  </Prose>
)
