import { Form, Submit } from '@/app/_components/form'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { beginProposalAction } from '@/lib/proposals/actions/course'

/** Says that the work on an accepted proposal has begun; its organisation can say so too. */
export function BeginForm({ id, from, language }: { id: string; from: string; language: Language }) {
  const t = translator(language)
  return (
    <Form className="own-move stack" action={beginProposalAction} language={language} from={from} hidden={{ id }}>
      <p>{t('life.begin.lead')}</p>
      <p><Submit>{t('life.begin.submit')}</Submit></p>
    </Form>
  )
}
