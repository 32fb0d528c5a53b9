import { sql } from 'drizzle-orm'
import type { CommentState } from '../../discussion/rules'
import { db } from '../../db'
import type { Viewer } from '../../person'
import { isModerator, type DecisionKind, type Ground } from '../rules'

/** Another comment that says the same, or much the same and was judged or waits to be. */
export type AlikeCase = { id: string; body: string; state: CommentState; same: boolean; sameAuthor: boolean; decision: { kind: DecisionKind; ground: Ground; at: Date } | null }

const lookedThrough = 500
const lettersCompared = 500
const alikeFrom = 0.45
const shownAtMost = 5

/**
 * Cases like one: every comment of the same text, whoever wrote it (case, accents and signs apart), and of the newest cases
 * those whose text resembles it by its trigrams. The most alike first.
 */
export async function listAlike(viewer: Viewer, commentId: string): Promise<AlikeCase[]> {
  if (!viewer || !isModerator(viewer)) return []
  const rows = await db.execute<{ id: string; body: string; state: CommentState; same: boolean; same_author: boolean; kind: DecisionKind | null; ground: Ground | null; at: string | null }>(sql`
    with this as materialized (
      select id, author_id, gist_of(body) as gist, left(folded(body), ${lettersCompared}::int) as beginning from comments where id = ${commentId}
    ), cases as (
      (select comment_id as id from decisions where comment_id is not null order by id desc limit ${lookedThrough})
      union (select comment_id from reports where comment_id is not null and decision_id is null order by id desc limit ${lookedThrough})
      union (select id from comments where state = 'held' order by held_at desc limit ${lookedThrough})
    ), alike as (
      (select comments.id, 1.0::real as likeness, true as same from comments, this where gist_of(body) = gist and comments.id <> this.id order by comments.id desc limit ${shownAtMost})
      union all
      select comments.id, similarity(left(folded(body), ${lettersCompared}::int), beginning), false
      from cases join comments using (id), this where comments.id <> this.id and gist_of(body) is distinct from gist
    ), best as (
      select id, likeness, same from alike where likeness >= ${alikeFrom} order by likeness desc, id desc limit ${shownAtMost}
    )
    select best.id, body, state, same, comments.author_id = (select author_id from this) as same_author, newest.kind, newest.ground, newest.at
    from best join comments using (id)
    left join lateral (select kind, ground, at from decisions where comment_id = best.id order by at desc limit 1) newest on true
    order by likeness desc, best.id desc`)
  return rows.map(({ id, body, state, same, same_author: sameAuthor, kind, ground, at }) => ({ id, body, state, same, sameAuthor, decision: kind && { kind, ground: ground!, at: new Date(at!) } }))
}
