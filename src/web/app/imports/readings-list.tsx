import { useTranslation } from 'react-i18next'
import { needsLook, type DraftProgramme, type DraftProject } from '../../../domain/programme/draft.ts'
import { isFormOf } from './forms.ts'
import { placeKey } from './light-keys.ts'
import { TaskGroup } from './task-group.tsx'

type ReadingsListProps = { draft: DraftProgramme; onlyDoubtful: boolean; form: string | null }

/** Projects, their tasks, and the promises read from these, in the order of the document. */
export function ReadingsList({ draft, onlyDoubtful, form }: ReadingsListProps) {
  return draft.projects.map((project) => (
    <ProjectGroup key={project.key} project={project} onlyDoubtful={onlyDoubtful} form={form} />
  ))
}

function ProjectGroup({
  project,
  onlyDoubtful,
  form,
}: Omit<ReadingsListProps, 'draft'> & { project: DraftProject }) {
  const { t } = useTranslation('imports')
  const tasks = onlyDoubtful
    ? project.tasks.filter((task) => isFormOf(form, task) || task.indicators.some(needsLook))
    : project.tasks
  if (tasks.length === 0) return null
  return (
    <section className="dry-project" aria-label={t('projectLabel', { no: project.no, name: project.name })}>
      <h2 data-light={placeKey(project.place)} lang="zh-CN">
        <span>{project.no}</span> {project.name}
      </h2>
      {tasks.map((task) => (
        <TaskGroup
          key={task.key}
          task={task}
          onlyDoubtful={onlyDoubtful}
          form={isFormOf(form, task) ? form : null}
        />
      ))}
    </section>
  )
}
