import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db'
import { comments } from '../discussion/tables'
import { tasks } from '../strategy/tables'
import { aPerson, aTask } from '../testing'
import { allTasksFeed, proposalsFeed, taskFeed } from './feeds'

const code = `${500 + Math.floor(Math.random() * 200)}.${Math.floor(Math.random() * 999)}.1`
const nasty = 'Zażółć ]]> <script>alert("x")</script> &lt;b&gt; & \u{1F600} \uFFFF\uFFFE\n\nDrugi akapit\nz nowym wierszem'
const name = `]]> <img src=x> & "Ala"`
let visible: { id: string }

beforeAll(async () => {
  const [person, task] = await Promise.all([aPerson({ name }), aTask()])
  await db.update(tasks).set({ code, title: 'Ogrody & <b>skwery</b>' }).where(eq(tasks.id, task.id))
  const [comment] = await db.insert(comments).values({ threadId: task.threadId, authorId: person.id, body: nasty }).returning({ id: comments.id })
  await db.insert(comments).values({ threadId: task.threadId, authorId: person.id, body: 'ukryte', hiddenAt: new Date(), hiddenGround: 'abuse' })
  visible = comment!
})

/** What stands in every element of a name, as a reader of XML understands it. */
const textsOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^]*?)</${name}>`, 'g'))].map(([, inner]) => {
    const data = /^<!\[CDATA\[([^]*)\]\]>$/.exec(inner!)?.[1]
    return data ?? inner!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  })

describe('a task’s feed', () => {
  test('says which feed it is, in which language, and where it stands', async () => {
    const xml = (await taskFeed(null, code))!
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\s*<feed xml:lang="pl" xmlns="http:\/\/www.w3.org\/2005\/Atom">/)
    expect(textsOf(xml, 'id')[0]).toBe(`tag:localhost,2026:/feeds/tasks/${code}.atom`)
    expect(xml).toContain(`<link rel="alternate" href="http://localhost:3000/zadania/${code}"/>`)
    expect(xml).toContain(`<link rel="self" href="http://localhost:3000/feeds/tasks/${code}.atom"/>`)
    expect(textsOf(xml, 'title')[0]).toBe(`${code} Ogrody & <b>skwery</b>: komentarze`)
  })

  test('A11: text stays text, hidden voices stay hidden', async () => {
    const xml = (await taskFeed(null, code))!
    expect(xml).not.toContain('ukryte')
    expect(xml).not.toMatch(/[\ufffe\uffff]/)
    expect(textsOf(xml, 'id').slice(1)).toEqual([`urn:uuid:${visible.id}`])
    expect(xml).toContain(`<link href="http://localhost:3000/zadania/${code}/glos/${visible.id}#glos-${visible.id}"/>`)
    // Title and content are HTML: read once as XML, they must still be escaped.
    expect(textsOf(xml, 'content')).toEqual(['<p>Zażółć ]]&gt; &lt;script&gt;alert("x")&lt;/script&gt; &amp;lt;b&amp;gt; &amp; \u{1F600} </p><p>Drugi akapit<br/>z nowym wierszem</p>'])
    expect(textsOf(xml, 'title')[1]).toBe(`]]&gt; &lt;img src=x&gt; &amp; "Ala" o\u00a0zadaniu ${code}`)
    expect(textsOf(xml, 'name')[1]).toBe(name)
    expect(xml).not.toMatch(/<(script|img|b)\b/)
  })

  test.each(['1.1.999', 'all', '', '\u0000', 'x'])('%j has none', async (code) => {
    expect(await taskFeed(null, code)).toBeNull()
  })
})

test('the feeds of everything can be read', async () => {
  for (const xml of [await allTasksFeed(null), await proposalsFeed(null)]) expect(xml).toMatch(/<feed [^]*<\/feed>\s*$/)
  expect(await allTasksFeed(null)).toContain(`urn:uuid:${visible.id}`)
})
