import { Link } from '@tanstack/react-router'
import type { DeskPromise } from '../../../contract/desk.ts'

type PromiseLinkProps = { programmeId: string; promise: DeskPromise }

/** A promise in the document's own words; it opens beside the table, where everything about it is. */
export function PromiseLink({ programmeId, promise }: PromiseLinkProps) {
  return (
    <Link
      to="/programmes/$programmeId/indicators/$indicatorId"
      params={{ programmeId, indicatorId: promise.id }}
      className="promise-link"
      lang="zh-CN"
    >
      {promise.no} {promise.sentence}
    </Link>
  )
}
