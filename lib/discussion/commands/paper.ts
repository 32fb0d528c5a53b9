import { command } from '../../command'
import { systemPerson } from '../../accounts/people'
import { tag } from '../../tags'
import { placeToWrite } from '../held'
import { heldFor } from '../house-rules'
import { canEnterPaper, paperVoiceInput } from '../rules'
import { writeOnce } from '../steps'
import { paperVoices } from '../tables'

/**
 * Enters a voice that came on paper: signed as the person wished, with where it comes from. It goes through the checks
 * that every voice goes through; what looks like personal data is for the clerk to decide.
 */
export const enterPaperVoice = command({
  event: 'voice.entered',
  input: paperVoiceInput,
  limit: { max: 300, minutes: 60 },
  load: placeToWrite,
  allow: canEnterPaper,
  async run({ tx, person, input: { threadId, body, stance, signature, formKey, goesOn, ...paper }, subject }) {
    const held = heldFor(body, { ...subject, said: [], recent: 0, vouched: true, goesOn })
    const voice = await writeOnce(tx, { threadId, body, stance, formKey, signature, authorId: (await systemPerson()).id }, held)
    await tx.insert(paperVoices).values({ ...paper, commentId: voice.id, enteredById: person.id })
    return voice
  },
  attests: ({ input }) => ({ text: input.body }),
  touches: ({ input }) => [tag.thread(input.threadId)],
  conflicts: { paper_receipts_pkey: { key: 'office.objection.receiptUsed' }, paper_voices_pkey: { key: 'office.objection.voiceEntered' } },
})
