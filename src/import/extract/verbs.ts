/**
 * The verbs promises are made with, by what they make of their object. General vocabulary of work reports and task
 * tables; the order of the groups is the order in which a verb listed twice is understood.
 */
import { wordList } from './word-table.ts'

export const verbGroups = {
  /** The thing stands when it is done. */
  finish: wordList(`
  建成 完成 基本完成 全面完成 竣工 投用 启用 投入使用 投入运营 建成投用 投运 实现 通车 交付 打通
  贯通
`),
  /** Something is founded or opened, once. */
  found: wordList(`
  设立 建立 开通 出台 制定 上线 启动 开工 开工建设 成立 开办 开业 修订 印发 编制 建立健全 组建
`),
  build: wordList(`
  提档升级 提档 提标改造 补植 增绿 开挖   建设 新建 改建 扩建 改扩建 新改扩建 新建改扩建 新改建 新建改建 续建 在建 修建 筹建 新开工 改造
  改造提升 提升改造 更新改造 改造更新 更新 改善 翻新 修缮 修复 整修 维修 维修养护 养护 加固 加装
  安装 布设 布局 布置 铺设 敷设 架设 搭建 配建 配备 配置 配齐 购置 采购 投放 投入 设置 增设
  建有 建造 构建 打造 治理 整治 综合整治 拆除 拆迁 清理 清淤 疏浚 疏通 复垦 绿化 造林 种植
  新植 栽植 营造 提质 提质改造 提质升级 升级 升级改造 优化 优化提升 美化 亮化 硬化 新辟 调整
  盘活 收储 出让 腾退 储备 整理 检修 迁建 重建 异地新建 补充 维护 淘汰 替换 更换 运行 运营
  接入 联网 覆盖 部署 新拓 拓宽 延伸 延长
`),
  add: wordList(`
  接待   新开 新聘 续聘 聘用 派遣 关停 关闭 取缔 下达 消除 转移支付 转产 建档立卡 新评 复核 复评 引种 收治   新增 增加 增核 增补 增配 增开 增投 增殖 扩充 扩大 扩增 净增 筹集 筹措 募集 筹备 开发 拓展
  开放 开辟 释放 供应 投资 安排 筹资 销售 新认定 认定 转移 转化 吸纳 集聚 汇聚 聚集 吸引 引进
  引育 引入 招引 招募 招录 招聘 招收 招生 推荐 落地 签约 攻克 突破 达成 实施 挂牌 发布 征集
  归集 采集 登记 建档 签订 落实 收集 征收 回收 减少 压减 压降 削减 减排 化解 处置 办理 受理
  审结 完善 挖掘 孵化 推出 推广 应用 上市 新上 入库 纳统 升规 归并 争取 储备 拥有 产出 生产
  抓好 做好 办好 保障 确保 使用 占 有 拆改 选派 选聘 选拔 选树 评选 评定 命名 组织和发动 发动
  动员 拨付 投保 参保 形成 遴选 推选 选育 培植 储能 配套 共享 研制 研发
`),
  hold: wordList(`
  进行 做   开展 举办 组织 组织开展 举行 承办 召开 举办好 指导 培训 轮训 巡诊 走访 慰问 检查 检测 抽检
  监测 排查 筛查 宣传 宣讲 演出 送 放映 展演 巡演 巡回 体检 测评 义诊 接种 鉴定 评估 抽查
  监督 试点 推行 试行 推动
`),
  provide: wordList(`
  提供 给予 发放 兑现 赠送 配发 补助 补贴 资助 救助 减免 免除 奖励 落实补贴 服务 惠及
  帮扶 帮助 支持 扶持 关爱 安置 救治 康复 供养 照护 带动 保障好 解决 化解 协助 促成
  抢救性康复救助
`),
  foster: wordList(`
  培育 培育发展 发展 培养 创建 创成 培优 扶优 壮大 做强 创设 争创 创评 申报 建强
`),
  advance: wordList(`
  推进 深化 加强 强化 健全 优化 规范 加快 深入实施 统筹 探索 巩固 拓宽 扩面 严格 加大 创新
  坚持 持续 引导 鼓励 整合 改革 管理 全面推行 推行
`),
  /** Aims without an end that could be seen: they introduce promises, they are none. */
  aim: wordList(`
  促进 提高 提升 增强 方便 便利 满足 丰富 改进 助力 确保 保障 围绕 聚焦 积极 着力 努力 营造
  让 使 以 力争 减轻 缓解 防止 防范 切实 有效 不断 更好 持续提升 增进 畅通 补齐 注重 用好
  强调 突出 压实 夯实 激发 释放 维护 守牢 守护
`),
  /** A figure reaches or keeps a level. */
  level: wordList(`
  提升 压减 减少 增加 上升 增幅 降幅 占   达到 达 超过 超 突破 提高到 提高至 提升到 提升至 增加到 增长 下降 降低 降到 降至 稳定在
  保持在 控制在 不低于 不少于 保持 稳定 控制 占比 涨幅 提高 下调 上调 压缩 缩短
`),
} satisfies Record<string, readonly string[]>

export type VerbGroup = keyof typeof verbGroups

/** Their object is itself an action (开展…培训, 完成…改造): no second verb is joined to them. */
export const lightVerbs = wordList(`
  进行 做   开展 完成 基本完成 全面完成 实施 提供 举办 组织开展 举行 加强 给予 落实 实现 推进 深化 支持
  指导 做好 抓好 建成 完善
`)

/** Adverbs that belong to the action as it is promised. */
export const keptAdverbs = wordList(`
  持续 试点 基本 全面 整体 新 累计 直接 常态化 改 新(改) 新（改） 再
`)

/** Adverbs that say how, and are left out of the action. */
export const droppedAdverbs = wordList(`
  至少   免费 重点 大力 积极 加快 深入 统筹 有序 稳步 扎实 扎实推进 继续 力争 争取 确保 同步 优先
  全力 着力 进一步 逐步 分批 完成年度 高标准 高质量 科学 精准 首批 首期 当年 再次 先行 共 均
  各 总计 合计 每年 年均 加力 滚动 利用 抓紧 切实 充分 有效 不断 年内 全年
`)

/** Verbs that, inside a sentence, are almost never part of a noun: they open the predicate after a subject or a 为…. */
export const plainVerbs = wordList(`
  硬化 铺设 修建 更换 升级 栽植 招录 发放 提档升级 全面提档升级 惠及 涉及   做   提供 开展 给予 发放 实施 设立 布设 建立 新增 新建 建成 打造 安装 配备 接入 投放 举办 完成
  开通 新开通 建设 增设 加装 购置 落实 组织 推行 补助 新接入 配置 推广 改造 推进 实现 培育
  创建 引进 增补 设置 进行 办理 赠送 安排 解决 建造 建有 发展 新设 改建 扩建 新改建 改扩建
  新改扩建 免费 成立 出台 启用 上线 完善 集聚 挖掘 筹集 拥有 有 打通 减免 组建 签订
`)

/** Of those, the ones that also stand in front of a noun: 建设项目, 改造面积, 服务中心. */
export const ambiguousVerbs = wordList(`
  建设 改造 补助 配置 推广 发展 办理 安排 组织 更换 升级 创建 引进 改建 扩建 改扩建 新改建 新改扩建 培育 推进 投放 解决
`)

/** After these a verb is part of the noun: 改造项目, 建设工程, 服务中心. */
export const nounHeads = wordList(`
  就业 性 型 化 式   项目 工程 工作 任务 活动 行动 计划 中心 服务 机构 设施 设备 人员 单位 试点 基地 用地 标准
  示范 资金 率 面积 数 点 站 室 者 员 家庭 对象 能力 水平 体系 平台 岗位 补贴 住房 的
`)
