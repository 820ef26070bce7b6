/** Lines that are about the paper and not in it: marks of annexes and pages, signatures, dates, distribution. */

export const annexMark = /^附\s*[件表录]?\s*[\d一二三四五六七八九十]*\s*[：:]?$/

export function isPageMark(text: string): boolean {
  return /^[（(]?(续表?[\d一二三四五六七八九十]*|接上[页表]|第\d+页.{0,2}(共\d+页)?|[-—–－]*\d{1,3}[-—–－]+|[-—–－]+\d{1,3}[-—–－]*)[)）]?$/.test(
    text.replaceAll(/\s/g, ''),
  )
}

/** 填报单位：…, 抄送：…, 2030年3月1日, 青溪市人民政府办公室 2030年3月1日印发. */
export function isSignature(text: string): boolean {
  const plain = text.replaceAll(/\s/g, '')
  if (plain === '' || plain.length > 120) return false
  return (
    /^[（(]?(填[报表制写](单位|部门|人|日期|时间)|制表(人|单位|日期)?|审核人?|联系(人|电话|方式)|单位[（(]?(盖章|公章)|报送(单位|时间)|抄送|抄报|主送|主题词|此件|签发人|印发(单位|时间|日期)|发布(机构|日期|时间)|索引号|来源|日期)/.test(
      plain,
    ) ||
    /^\p{Script=Han}{0,40}(?:\d{4}|[二〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日(?:印发)?[)）]?$/u.test(
      plain,
    )
  )
}
