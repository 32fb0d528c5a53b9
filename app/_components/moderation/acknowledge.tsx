import type { Address } from '@/lib/addresses'
import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { acknowledgeWarningAction } from '@/lib/moderation/actions'
import type { Statement } from '@/lib/moderation/queries/statements'
import { Form, Submit } from '../form'

type Props = { decision: Pick<Statement, 'id' | 'kind' | 'readAt' | 'undoneAt'>; language: Language; from: Address }

/** A warning waits to be read; says so, and that it was. */
export function Acknowledge({ decision: { id, kind, readAt, undoneAt }, language, from }: Props) {
  const t = translator(language)
  if (kind !== 'warn' || undoneAt) return null
  return (
    <div className="notice" id="ostrzezenie" tabIndex={-1}>
      <p>{t(readAt ? 'statement.acknowledged' : 'statement.unread')}</p>
      {!readAt && (
        <Form action={acknowledgeWarningAction} language={language} from={from} hidden={{ decisionId: id }}>
          <p style={{ marginBlockStart: '0.8rem' }}><Submit>{t('statement.acknowledge')}</Submit></p>
        </Form>
      )}
    </div>
  )
}
