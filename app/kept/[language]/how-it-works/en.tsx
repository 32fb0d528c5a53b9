import { Prose } from '@/app/_components/site/prose'
import { address } from '@/lib/addresses'

export const HowItWorksEn = () => (
  <Prose language="en" title="How it works" lead="The city has a plan for the coming years. It is called the strategy. Here you can say what you think of it.">
    <h2>In three steps</h2>
    <ol>
      <li>Choose a <a href={address('en', 'tasks')}>task of the strategy</a> that matters to you. You can also <a href={address('en', 'search')}>search for it</a>.</li>
      <li>Vote: for, against, or no opinion. Write a comment if you like.</li>
      <li>Sign in with a link that we send by e-mail. You can do that last. Your text will wait.</li>
    </ol>

    <h2>For organisations</h2>
    <ol>
      <li><a href={address('en', 'newOrganisation')}>Register your organisation</a>. A moderator checks it in the public registers.</li>
      <li><a href={address('en', 'newProposal')}>Propose a project</a> for one or more tasks. The form saves every step, so you can come back to it later.</li>
      <li>A moderator checks the proposal. They publish it, send it back to be mended, or reject it, and always say why.</li>
      <li>Two people of the office assess each accepted proposal, apart from each other. See the <a href={address('en', 'assessmentCriteria')}>criteria</a>.</li>
    </ol>
    <p>A proposal is not an offer in a competition. It is an idea to talk about with residents.</p>

    <h2>What happens to your voice</h2>
    <ul>
      <li>A comment can usually be seen at once. Everybody can read and answer it.</li>
      <li>Your vote changes the result at once. We show totals only, never who voted how.</li>
      <li>Votes are an opinion for the city. Decisions are made by the city council and the mayor.</li>
      <li>Everybody can download results and comments as <a href={address('en', 'openData')}>open data</a>.</li>
    </ul>

    <h2>Who looks after the conversation</h2>
    <p>Moderators do. They hide only what breaks the <a href={address('en', 'terms')}>terms of use</a>, and always say why. They do not hide criticism. All decisions are on the page <a href={address('en', 'transparency')}>Transparency</a>. Do you see something wrong? Press “Report” at the comment.</p>

    <h2>Questions and answers</h2>
    <h3>Do I need an account to read?</h3>
    <p>No. Everybody may read.</p>
    <h3>Why is there no password?</h3>
    <p>So that nobody has to remember one. You type your e-mail address. A message with a link comes. You click the link, and then the button “Sign in”. That is all.</p>
    <h3>The message with the link has not come. What now?</h3>
    <p>Wait a few minutes and look into your spam folder. The link works for 10 minutes and only once. You can always ask for a new one.</p>
    <h3>Do I have to give my surname?</h3>
    <p>No. A first name or a pseudonym will do. We show your e-mail address to nobody.</p>
    <h3>I have given the office a letter or a voting card. What became of it?</h3>
    <p>Type the number of your receipt on the page <a href={address('en', 'paperReceipt')}>What became of your paper</a>. You need no account.</p>
    <h3>May I make mistakes?</h3>
    <p>Yes, and nothing bad will happen. You can change your vote or take it back. Nothing is published before you press a button.</p>
    <h3>The letters are too small. What can I do?</h3>
    <p>Hold the key Ctrl and press plus. On a telephone, spread two fingers on the screen. The page will fit the larger letters.</p>
    <h3>Does it cost anything?</h3>
    <p>No.</p>
    <h3>Can I delete my account?</h3>
    <p>Yes, on the page <a href={address('en', 'account')}>My account</a>. First we show what will go and what will stay.</p>
  </Prose>
)
