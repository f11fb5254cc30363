import type { Flow } from '../flow/flow';

const BREAKPOINTS = [
  { name: 'Default', px: '0', cols: '3' },
  { name: 'Tablet', px: '576', cols: '6' },
  { name: 'Small Desktop', px: '768', cols: '9' },
  { name: 'Desktop', px: '1024', cols: '12' },
];

/** The dashboard with its one page and group, as FlowFuse Dashboard 2 wants them. Gives the group's key. */
export function addDashboard(flow: Flow): string {
  flow.config('dashboard', 'ui-base', {
    name: 'Pronunciation', path: '/dashboard', appIcon: '', includeClientData: true,
    // A message for one learner's page must not reach another page.
    acceptsClientConfig: ['ui-notification', 'ui-control', 'ui-pron-practice'],
    showPathInSidebar: false, headerContent: 'page', navigationStyle: 'none', titleBarStyle: 'hidden',
    showReconnectNotification: false, notificationDisplayTime: 1, showDisconnectNotification: false, allowInstall: false,
  });
  flow.config('theme', 'ui-theme', {
    name: 'Pronunciation',
    colors: { surface: '#ffffff', primary: '#0b5cad', bgPage: '#e9eef3', groupBg: '#e9eef3', groupOutline: '#e9eef3' },
    sizes: { density: 'default', pagePadding: '6px', groupGap: '6px', groupBorderRadius: '0px', widgetGap: '6px' },
  });
  flow.config('page', 'ui-page', {
    name: 'Pronunciation practice', ui: flow.id('dashboard'), path: '/practice', icon: 'microphone', layout: 'grid',
    theme: flow.id('theme'), breakpoints: BREAKPOINTS, order: 1, className: '', visible: 'true', disabled: 'false',
  });
  return flow.config('group', 'ui-group', {
    name: 'Practice', page: flow.id('page'), width: '12', height: '1', order: 1, showTitle: false, className: '',
    visible: 'true', disabled: 'false', groupType: 'default',
  });
}
