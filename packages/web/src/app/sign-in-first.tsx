import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/**
 * Leads whoever is not signed in to where they can, and back afterwards; once. While that page is on its way the address is
 * its own already: to follow each change of it would lead round and round until the browser gives up.
 */
export const SignInFirst = () => {
  const navigate = useNavigate()
  const { href } = useLocation()
  const left = useRef(false)
  useEffect(() => {
    if (left.current || href.startsWith('/sign-in')) return
    left.current = true
    void navigate({ to: '/sign-in', search: { next: href }, replace: true })
  }, [navigate, href])
  return null
}
