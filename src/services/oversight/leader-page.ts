/** A leader's one page: the promises of that post by light, what got worse, what is asked. */
import { stillChased } from '../../domain/acceptance/closing.ts'
import { compareLagging, countLevels } from '../../domain/desk/lagging-promises.ts'
import { groupProblems } from '../../domain/desk/problem-groups.ts'
import { turnedLights } from '../../domain/desk/turned-lights.ts'
import type { IndicatorHistory, ProgrammeHistory } from '../../domain/light/history.ts'
import { lightRulesFor } from '../../domain/light/light-rules.ts'
import { programmeLights } from '../../domain/light/programme-lights.ts'
import { Problem } from '../../domain/problems/problem.ts'
import type { PostId, ProgrammeId } from '../../domain/values/ids.ts'
import { findLeaderPage } from '../../store/desk-pages.ts'
import { dateIn, requireAccess, requirePerson, transaction, type Context } from '../context.ts'
import { lightMoment } from './light-moment.ts'
import { promiseNames, withPromise } from './promise-names.ts'

/**
 * Of the post asked for; otherwise of the first one that this person may open and that leads anything. Throws Problem
 * 'programme.not-found', 'leader-page.not-own' or 'leader-page.no-promises'.
 */
export async function getLeaderPage(ctx: Context, programmeId: ProgrammeId, asked: PostId | null) {
  requireAccess(ctx, 'leader-page.read')
  const page = await transaction(ctx, (tx) => findLeaderPage(tx, programmeId))
  if (!page) throw new Problem('programme.not-found', {})
  const { facts, history, published, leader } = page
  const { post, posts } = chosenPost(ctx, history, asked)
  const tasks = new Set(
    history.tasks
      .filter(({ leaders }) => leaders.some(({ postId }) => postId === post.id))
      .map(({ id }) => id),
  )
  const own = new Map<string, IndicatorHistory>(
    history.indicators.flatMap((each) => (tasks.has(each.taskId) ? [[each.id, each] as const] : [])),
  )
  const isOwn = ({ indicatorId }: { readonly indicatorId: string }) => own.has(indicatorId)
  const isChased = stillChased(history)
  const moment = lightMoment(facts, dateIn(ctx.now), null)
  const { rules } = lightRulesFor(page.lightRules, moment.month)
  const { subjects } = programmeLights(history, moment, rules)
  const lights = subjects.filter(({ scope, subjectId }) => scope === 'indicator' && own.has(subjectId))
  const chased = lights.filter(({ subjectId }) => isChased(subjectId))
  const closed = lights.filter(({ subjectId }) => !isChased(subjectId))
  const named = promiseNames(history)
  return {
    programme: { id: history.id, title: history.title, year: history.year },
    month: moment.month,
    colours: rules.colours,
    post,
    posts,
    light: subjects.find(({ scope, subjectId }) => scope === 'leader' && subjectId === post.id) ?? null,
    levels: countLevels(chased.map(({ level }) => level)),
    closed: closed.length,
    promises: withPromise(
      [...chased.toSorted(compareLagging), ...closed].map((light) => ({
        light,
        indicatorId: light.subjectId,
        closedOn: own.get(light.subjectId)?.closedOn ?? null,
      })),
      named,
    ),
    publishedMonth: published[0]?.month ?? null,
    worse: withPromise(
      turnedLights(published, chased)
        .filter(({ way }) => way === 'worse')
        .map((light) => ({ ...light, indicatorId: light.now.subjectId })),
      named,
    ),
    asked: {
      notices: leader.notices
        .filter(({ postId }) => postId === post.id)
        .map((notice) => ({ ...notice, programme: history.title })),
      objections: withPromise(leader.objections.filter(isOwn), named),
      problems: groupProblems(
        leader.problems.filter((each) => isOwn(each) && isChased(each.indicatorId)),
      ).map(({ words, problems }) => ({
        words,
        problems: withPromise(problems, named),
      })),
    },
  }
}

/** The office may open any leader's page, a leader those of the posts they act with. */
function chosenPost(ctx: Context, history: ProgrammeHistory, asked: PostId | null) {
  const person = requirePerson(ctx)
  const leaders = new Map(
    history.tasks.flatMap((task) => task.leaders.map(({ postId, name }) => [postId, name] as const)),
  )
  const held = new Set(person.posts.map(({ id }) => id))
  const posts = [...leaders]
    .map(([id, name]) => ({ id, name }))
    .filter(({ id }) => person.roles.includes('supervisor') || held.has(id))
  const post = asked === null ? posts[0] : posts.find(({ id }) => id === asked)
  if (post) return { post, posts }
  if (asked !== null && leaders.has(asked)) throw new Problem('leader-page.not-own', {})
  throw new Problem('leader-page.no-promises', {})
}
