import { redirect } from '@remix-run/node'

/** One's own work is where everyone begins. */
export function loader() {
  return redirect('/my-work')
}
