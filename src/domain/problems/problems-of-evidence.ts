/** Problems with evidence and with what looks odd. */
import { sentence, type NoDetails } from './problem-sentence.ts'

export const problemsOfEvidence = {
  'evidence.too-large': sentence<{ place: string; limitMegabytes: number }>(
    413,
    (d) => `文件超过 ${d.limitMegabytes} MB，没有上传。请缩小照片或拆分文件后再传。`,
    (d) =>
      `The file is larger than ${d.limitMegabytes} MB and was not uploaded. Make it smaller or split it.`,
  ),
  'evidence.no-file': sentence<{ place: string }>(
    422,
    () => '没有收到文件。请选择一张照片或一个文件。',
    () => 'No file came. Choose a photograph or a file.',
  ),
  'evidence.empty': sentence<{ place: string; fileName: string }>(
    422,
    (d) => `“${d.fileName}”是空文件，没有上传。请重新选择。`,
    (d) => `“${d.fileName}” is empty and was not uploaded. Choose another file.`,
  ),
  'evidence.unknown-format': sentence<{ place: string; fileName: string }>(
    415,
    (d) =>
      `“${d.fileName}”的内容不是可用作佐证的格式。请上传照片（JPEG、PNG、WebP、HEIC）、PDF、Word 或 Excel 文件（docx、xlsx），或 MP4 视频。`,
    (d) =>
      `What “${d.fileName}” holds cannot serve as evidence. Upload a photograph (JPEG, PNG, WebP, HEIC), a PDF, a docx or xlsx file, or an MP4 video.`,
  ),
  'evidence.broken-picture': sentence<{ place: string; fileName: string }>(
    422,
    (d) => `“${d.fileName}”是损坏的图片，打不开，没有上传。请重新拍摄或另选一张。`,
    (d) => `“${d.fileName}” is a broken picture and was not uploaded. Take it again or choose another.`,
  ),
  'evidence.not-found': sentence<NoDetails>(
    404,
    () => '没有这份佐证。',
    () => 'There is no such evidence.',
  ),
  'evidence.lost': sentence<{ fileName: string }>(
    503,
    (d) => `佐证“${d.fileName}”的原件现在取不到，登记信息和摘要仍在。请稍后再试；一直如此请告诉系统管理员。`,
    (d) =>
      `The original of “${d.fileName}” cannot be had at present; its record and digests are there. Try again later, or tell the administrator.`,
  ),
  'evidence.store-unavailable': sentence<NoDetails>(
    503,
    () => '佐证存储暂时连不上，文件没有上传。请稍后重试。',
    () => 'The store of evidence cannot be reached; the file was not uploaded. Try again later.',
  ),
  'suspicion.not-found': sentence<NoDetails>(
    404,
    () => '没有这条疑点。',
    () => 'There is no such suspicion.',
  ),
  'suspicion.reason-missing': sentence<{ place: string }>(
    422,
    () => '请写明理由：疑点为什么成立，或者为什么不成立。',
    () => 'Say why: what explains the suspicion, or why it is borne out.',
  ),
  'suspicion.own': sentence<NoDetails>(
    403,
    () => '这条疑点出在您自己录入、上传或填报的内容上，要由别人认定。',
    () =>
      'This suspicion is about what you entered, uploaded or reported yourself: somebody else has to rule on it.',
  ),
  'suspicion.overtaken': sentence<NoDetails>(
    409,
    () => '别人刚刚对这条疑点作了认定。请看过之后再定。',
    () => 'Somebody ruled on this suspicion just now. Look at it before you rule.',
  ),
} as const
