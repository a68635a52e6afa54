import { ConfigProvider, theme } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useDesk } from './desk-store.ts';

const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');

function watchSystem(changed: () => void): () => void {
  darkQuery.addEventListener('change', changed);
  return () => darkQuery.removeEventListener('change', changed);
}

/** Whether the window is dark now: as the person set it, or as the system has it. */
export function useIsDark(): boolean {
  const chosen = useDesk((desk) => desk.settings.theme);
  const isSystemDark = useSyncExternalStore(watchSystem, () => darkQuery.matches);
  return chosen === 'system' ? isSystemDark : chosen === 'dark';
}

/** The nonce of this load, without which the policy refuses the component library's styles. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** Gives antd's controls our language, density, colours and the page's nonce. */
export function Controls(props: { readonly children: ReactNode }): ReactNode {
  const isDark = useIsDark();
  return (
    <ConfigProvider
      locale={zhCN}
      csp={{ nonce }}
      componentSize="middle"
      button={{ autoInsertSpace: false }}
      theme={{
        algorithm: isDark ? [theme.darkAlgorithm, theme.compactAlgorithm] : theme.compactAlgorithm,
        token: {
          colorPrimary: isDark ? '#d9574e' : '#b3261e',
          colorError: isDark ? '#f0857c' : '#b3261e',
          colorLink: isDark ? '#7fb2ea' : '#2563a8',
          colorTextPlaceholder: isDark ? '#989da4' : '#666c73',
          // What can only be read must be read as well as anything else.
          colorTextDisabled: isDark ? '#b0b4b9' : '#545b63',
          colorBgContainerDisabled: isDark ? '#24282d' : '#fbfaf8',
          colorBgContainer: isDark ? '#1f2226' : '#ffffff',
          colorBgElevated: isDark ? '#24282d' : '#ffffff',
          borderRadius: 6,
          // The compact algorithm takes 2 off the size of the type and 4 off the height of the controls: 14 and 32.
          fontSize: 16,
          controlHeight: 36,
          fontFamily: 'var(--sans)',
          motion: false,
          wireframe: false,
        },
      }}
    >
      {props.children}
    </ConfigProvider>
  );
}
