import { Button, Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useCommand } from '../app/use-command.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useFormats } from '../ui/formats.ts'
import { Section } from '../ui/section.tsx'
import { auth } from './auth.ts'
import { deviceName } from './device-name.ts'
import classes from './devices.module.css'
import { devicesKey, devicesQuery } from './devices-query.ts'

/** Where the person is signed in, with the means to end one session or all of them. */
export function Devices() {
  const { t } = useTranslation(['account', 'common'])
  const formats = useFormats()
  const client = useQueryClient()
  const devices = useQuery(devicesQuery)
  const revoke = useCommand({
    send: auth.revoke,
    onDone: () => client.invalidateQueries({ queryKey: devicesKey }),
  })
  const nameOf = (userAgent: string | null) => {
    const name = deviceName(userAgent)
    return name ? t('page.device', name) : t('page.unknownDevice')
  }
  return (
    <Section title={t('page.sessions')} actions={<RevokeAll />}>
      <ErrorNote error={devices.error ?? revoke.error} onRetry={() => void devices.refetch()} />
      <Skeleton visible={devices.isPending} mih={56}>
        <ul className={classes.list}>
          {devices.data?.map((device) => (
            <li key={device.id} className={classes.device}>
              <div>
                <strong>{nameOf(device.userAgent)}</strong>
                <div className={classes.when}>
                  {t('page.signedInAt', { date: formats.dateTime(device.createdAt) })}
                </div>
              </div>
              {device.isCurrent ? (
                <span className={classes.when}>{t('page.thisDevice')}</span>
              ) : (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('page.revokeOf', { device: nameOf(device.userAgent) })}
                  onClick={() => revoke.submit(device.token)}
                >
                  {t('page.revoke')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Skeleton>
    </Section>
  )
}

function RevokeAll() {
  const { t } = useTranslation('account')
  const client = useQueryClient()
  const navigate = useNavigate()
  const [asks, setAsks] = useState(false)
  const revokeAll = useCommand<void, void>({
    send: auth.revokeAll,
    onDone: async () => {
      await navigate('/sign-in')
      client.clear()
    },
  })
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsks(true)}>
        {t('page.revokeAll')}
      </Button>
      <ConfirmDialog
        opened={asks}
        onClose={() => setAsks(false)}
        onConfirm={() => revokeAll.submit()}
        title={t('page.revokeAll')}
        action={t('page.revokeAll')}
        isDanger
        isPending={revokeAll.isPending}
        error={revokeAll.error}
      >
        {t('page.revokeAllText')}
      </ConfirmDialog>
    </>
  )
}
