import type { Flow } from '../flow/flow';

const BREAKPOINTS = [
  { name: 'Default', px: '0', cols: '3' },
  { name: 'Tablet', px: '576', cols: '6' },
  { name: 'Small Desktop', px: '768', cols: '9' },
  { name: 'Desktop', px: '1024', cols: '12' },
];

/** The dashboard with the learner's and the teacher's page, as FlowFuse Dashboard 2 wants them. Gives the keys of their groups. */
export function addDashboard(flow: Flow): { readonly practice: string; readonly teacher: string } {
  flow.config('dashboard', 'ui-base', {
    name: 'Pronunciation', path: '/dashboard', appIcon: '', includeClientData: true,
    // A message for one learner's page must not reach another page.
    acceptsClientConfig: ['ui-notification', 'ui-control', 'ui-pron-practice', 'ui-pron-class'],
    showPathInSidebar: false, headerContent: 'page', navigationStyle: 'none', titleBarStyle: 'hidden',
    showReconnectNotification: false, notificationDisplayTime: 1, showDisconnectNotification: false, allowInstall: false,
  });
  flow.config('theme', 'ui-theme', {
    name: 'Pronunciation',
    colors: { surface: '#ffffff', primary: '#0b5cad', bgPage: '#e9eef3', groupBg: '#e9eef3', groupOutline: '#e9eef3' },
    sizes: { density: 'default', pagePadding: '6px', groupGap: '6px', groupBorderRadius: '0px', widgetGap: '6px' },
  });
  const group = (key: string, page: string, name: string): string => flow.config(key, 'ui-group', {
    name, page: flow.id(page), width: '12', height: '1', order: 1, showTitle: false, className: '',
    visible: 'true', disabled: 'false', groupType: 'default',
  });
  const page = (key: string, name: string, path: string, icon: string, order: number): string => flow.config(key, 'ui-page', {
    name, ui: flow.id('dashboard'), path, icon, layout: 'grid',
    theme: flow.id('theme'), breakpoints: BREAKPOINTS, order, className: '', visible: 'true', disabled: 'false',
  });
  page('page', 'Pronunciation practice', '/practice', 'microphone', 1);
  const practice = group('group', 'page', 'Practice');
  page('class-page', 'Class', '/class', 'account-group', 2);
  return { practice, teacher: group('class-group', 'class-page', 'Class') };
}
