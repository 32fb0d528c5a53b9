import type { Language } from '@/lib/language'
import { translator } from '@/lib/messages'
import { publicationAddress } from '@/lib/moderation/case-address'
import type { Reported as ReportedContent } from '@/lib/moderation/queries/reporting'
import { excerpt } from './desk/excerpt'
import { QuotedComment } from './quoted-comment'

/** What somebody means to report, as far as it can be read: a comment whole, of a proposal or a profile the beginning and the way to it. */
export function Reported({ content, language }: { content: ReportedContent; language: Language }) {
  const t = translator(language)
  const { about } = content
  return (
    <section aria-label={t('moderation.report.comment', { about })}>
      {content.about === 'comment' ? <QuotedComment comment={content} language={language} /> : (
        <blockquote className="quoted" lang="pl">
          {content.words === null ? <p className="gone" lang={language}>{t('moderation.gone.title', { about })}</p> : (
            <>
              <p><b><bdi>{content.title}</bdi></b></p>
              {content.title !== content.organisation && <p className="meta"><bdi>{content.organisation}</bdi></p>}
              <p>{excerpt(content.words.slice(content.title.length).trim())}</p>
              <p lang={language}><a href={publicationAddress(content, language)}>{t('moderation.report.whole')}</a></p>
            </>
          )}
        </blockquote>
      )}
    </section>
  )
}
