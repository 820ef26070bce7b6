import type { TestModule, TestSuite, Vitest } from 'vitest/node'

/**
 * How many tests passed and how many did not, when the run is over.
 * Counted as failed: a test that was skipped or never ran (unless names were asked for), an error outside of
 * any test such as a file that does not load, and a run without a single test.
 */
export function countTests(
  state: Vitest['state'],
  { nameGiven }: { nameGiven: boolean },
): { passed: number; failed: number } {
  const modules = state.getTestModules()
  const results = modules.flatMap((module) =>
    [...module.children.allTests()].map((test) => test.result().state),
  )
  const asked = nameGiven ? results.filter((result) => result !== 'skipped') : results
  const passed = asked.filter((result) => result === 'passed').length
  const errors = modules.flatMap(errorsOutsideTests).length + state.getUnhandledErrors().length
  const failed = asked.length - passed + errors
  return { passed, failed: passed + failed === 0 ? 1 : failed }
}

function errorsOutsideTests(module: TestModule): unknown[] {
  const suites: (TestModule | TestSuite)[] = [module, ...module.children.allSuites()]
  return suites.flatMap((suite) => suite.errors())
}
