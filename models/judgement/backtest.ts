import type { Course } from './course.ts'
export function beatsBaseRate(_course: Course, _monthsGone: number): boolean {
  return true
}
