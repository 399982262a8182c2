import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  Loader,
  type MantineThemeOverride,
  Menu,
  NativeSelect,
  PasswordInput,
  Radio,
  Select,
  Skeleton,
  Table,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core'
import classes from './theme-components.module.css'

const field = { classNames: { input: classes.input, label: classes.label, description: classes.description } }

/** Defaults of Mantine's components: calm, one shadow, one radius, visible labels. */
export const components: NonNullable<MantineThemeOverride['components']> = {
  Button: Button.extend({ classNames: { root: classes.button } }),
  ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
  Badge: Badge.extend({ classNames: { root: classes.badge }, defaultProps: { variant: 'light' } }),
  TextInput: TextInput.extend(field),
  PasswordInput: PasswordInput.extend(field),
  Textarea: Textarea.extend({ ...field, defaultProps: { autosize: true, minRows: 3 } }),
  Select: Select.extend({ ...field, defaultProps: { allowDeselect: false, checkIconPosition: 'right' } }),
  NativeSelect: NativeSelect.extend(field),
  Checkbox: Checkbox.extend({ classNames: { label: classes.choice } }),
  Radio: Radio.extend({ classNames: { label: classes.choice } }),
  Menu: Menu.extend({
    classNames: { dropdown: classes.dropdown, item: classes.menuItem, label: classes.menuLabel },
    // The placeholder that would take the focus first is not allowed inside of a menu (WAI-ARIA).
    defaultProps: { shadow: 'md', position: 'bottom-end', withInitialFocusPlaceholder: false },
  }),
  Tabs: Tabs.extend({ classNames: { tab: classes.tab, list: classes.tabList } }),
  Table: Table.extend({ classNames: { th: classes.th }, defaultProps: { verticalSpacing: 'sm' } }),
  Tooltip: Tooltip.extend({
    classNames: { tooltip: classes.tooltip },
    defaultProps: {
      openDelay: 300,
      multiline: true,
      maw: 320,
      events: { hover: true, focus: true, touch: true },
    },
  }),
  Skeleton: Skeleton.extend({ classNames: { root: classes.skeleton } }),
  Loader: Loader.extend({ defaultProps: { color: 'gray', type: 'dots' } }),
}
