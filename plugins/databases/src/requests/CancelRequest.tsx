/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useApi } from '@backstage/core-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  DialogTrigger,
} from '@backstage/ui';
import { OpenRequest } from '@basewell/plugin-databases-common';
import { useState } from 'react';
import { databasesApiRef } from '../api';
import { reasonOf } from '../reading';
import { useWords } from '../words';

/** Asks once more, then closes both pull requests and deletes their branches. */
export function CancelRequest(props: {
  readonly request: OpenRequest;
  readonly onCanceled: () => void;
}) {
  const { request, onCanceled } = props;
  const { app, environments, target, branch } = request;
  const t = useWords();
  const api = useApi(databasesApiRef);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  async function cancel() {
    setBusy(true);
    setError(undefined);
    try {
      await api.cancelRequest({ target, branch });
      setOpen(false);
      onCanceled();
    } catch (reason) {
      setError(reason as Error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button variant="secondary" size="small">
        {t('requests.cancel')}
      </Button>
      <Dialog width="min(480px, calc(100vw - 32px))">
        <DialogHeader>
          {t('requests.cancelTitle', {
            app,
            environments: environments.join(', '),
          })}
        </DialogHeader>
        <DialogBody>
          <p>{t('requests.cancelQuestion', { branch })}</p>
          {error && (
            <Alert
              status="danger"
              icon
              title={t('requests.cancelFailed')}
              description={reasonOf(error)}
            />
          )}
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" slot="close">
            {t('requests.keep')}
          </Button>
          <Button
            variant="primary"
            destructive
            isPending={busy}
            onPress={cancel}
          >
            {t('requests.cancelConfirm')}
          </Button>
        </DialogFooter>
      </Dialog>
    </DialogTrigger>
  );
}
