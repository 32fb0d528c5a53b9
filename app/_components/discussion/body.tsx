import { bindShortWords } from '@/lib/text'

/** What somebody wrote: paragraphs, and addresses as links that lend no weight. No markup is read. */
export function Body({ text }: { text: string }) {
  return (
    <div className="body">
      {text.split(/\n{2,}/).map((paragraph, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- paragraphs never move
        <p key={index} dir="auto">{linked(paragraph)}</p>
      ))}
    </div>
  )
}

/** Only what begins with http(s) becomes a link; punctuation that ends a sentence stays outside. Linear in the text. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s<>"„”]+)/).map((part, index) => {
    if (index % 2 === 0) return bindShortWords(part)
    const end = /[.,;:!?)\]]+$/.exec(part)?.[0] ?? ''
    const url = part.slice(0, part.length - end.length)
    return URL.canParse(url) ? [<a key={url + index} href={url} rel="nofollow ugc noopener">{url}</a>, end] : part
  })
}
