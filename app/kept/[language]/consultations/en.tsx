import { Prose } from '@/app/_components/site/prose'
import { address } from '@/lib/addresses'

export const ConsultationsEn = () => (
  <Prose language="en" title="Consultations" lead="There are no consultations now.">
    <h2>What they will be</h2>
    <p>In a consultation the city asks residents about one matter, such as a draft resolution, the plan of a square or a change of the strategy. It has a beginning and an end. Afterwards the city answers the remarks and writes a report.</p>
    <p>Once the city announces consultations on this site, you will find them on this page.</p>
    <h2>What you can do today</h2>
    <p>The tasks of the strategy are open all the time. You need not wait for a consultation to say something about them.</p>
    <p className="acts">
      <a className="ds-button" href={address('en', 'tasks')}>See the tasks</a>
      <a className="ds-button" data-variant="secondary" href={address('en', 'howItWorks')}>How it works</a>
    </p>
  </Prose>
)
