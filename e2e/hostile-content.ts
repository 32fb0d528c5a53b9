import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { client, db } from '../lib/db'
import { postComment } from '../lib/discussion/commands/comments'
import { markup } from '../lib/naughty'
import { confirmOrganisation, registerOrganisation } from '../lib/organisations/commands'
import { organisations } from '../lib/organisations/tables'
import { publishProposal, submitProposal } from '../lib/proposals/commands'
import { aMember, aWholeDraft } from '../lib/proposals/testing'
import { tasks } from '../lib/strategy/tables'
import { aPerson } from '../lib/testing'

// Run by abuse.spec.ts: voices, an organisation and a proposal of somebody who wants to run scripts. Says where they stand.

const code = process.argv[2]!
const title = '</title><script>alert(1)</script><img src=x onerror=__xss=1>'
const [task] = await db.select({ threadId: tasks.threadId }).from(tasks).where(eq(tasks.code, code))
const post = async (name: string, body: string) => (await postComment(await aPerson({ name }), { threadId: task!.threadId, body, goesOn: 'yes' })).id

for (const [place, text] of markup.entries()) await post('<img src=x onerror=alert(1)>', `${place} ${text}`)
const plain = await post('Zwykła', 'Ławki.')
const heaped = await post('\u05d0\u05d1\u05d2', `Ł\u0336${'\u0337\u0316'.repeat(40)}awki.`)
const { member, moderator } = await aMember()
const { id: organisationId } = await registerOrganisation(member, { name: `"'><svg/onload=alert(1)> ${title}`, legalForm: 'parish', seat: title, about: markup.join('\n'), contactEmail: `${randomUUID()}@example.org` })
await confirmOrganisation(moderator, { id: organisationId })
const id = await aWholeDraft(member, organisationId, code, { title, summary: markup.join(' '), need: title, targetGroup: title })
await submitProposal(member, { id })
const { slug } = await publishProposal(moderator, { id })
const [organisation] = await db.select({ slug: organisations.slug }).from(organisations).where(eq(organisations.id, organisationId))
console.log(JSON.stringify({ title, plain, heaped, slug, organisation: organisation!.slug }))
await client.end()
