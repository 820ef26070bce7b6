/** A numbered list with names before the sentences and no units at all. */
import type { Layout } from '../../support/layout-document.ts'

export const listWithoutUnits: Layout = {
  blocks: [
    '南岭市2030年十件民生实事',
    '1.学前教育普惠行动。新增公办园学位3000个，普惠性幼儿园覆盖率达到90%以上。',
    '2.农村公路提升行动。改造农村公路150公里。',
    '3.养老助餐行动。新建老年助餐点60个，服务老年人10万人次。',
  ],
  reading: [
    '南岭市2030年十件民生实事 2030',
    '1.1 学前教育普惠行动｜新增公办园学位3000个，普惠性幼儿园覆盖率达到90%以上。｜｜｜｜｜3000个 90%',
    '2.1 农村公路提升行动｜改造农村公路150公里。｜｜｜｜｜150公里',
    '3.1 养老助餐行动｜新建老年助餐点60个，服务老年人10万人次。｜｜｜｜｜60个 100000人次',
  ],
}
