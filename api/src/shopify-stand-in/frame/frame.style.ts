/** The one style sheet of the stand-in's pages. */
export const FRAME_STYLE = `
:root { color-scheme: light; --ink: #1f2328; --soft: #656d76; --line: #d8dce1; --bar: #1b2430; --ground: #f3f4f6; --act: #1f5fbf; }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
a { color: var(--act); }
h1 { font-size: 20px; margin: 0 0 12px; } h2 { font-size: 15px; margin: 0 0 8px; }
button, .button { font: inherit; padding: 5px 12px; border: 1px solid var(--line); border-radius: 7px; background: #fff; color: var(--ink); cursor: pointer; text-decoration: none; display: inline-block; }
button:hover, .button:hover { border-color: var(--soft); }
button:disabled { opacity: .5; cursor: default; }
button.primary { background: var(--ink); border-color: var(--ink); color: #fff; }
button.danger { color: #b3261e; }
input, select { font: inherit; padding: 4px 8px; border: 1px solid var(--line); border-radius: 7px; background: #fff; max-width: 100%; }
table { border-collapse: collapse; width: 100%; } th { text-align: left; color: var(--soft); font-weight: 500; }
th, td { padding: 7px 8px; border-bottom: 1px solid var(--line); vertical-align: middle; }
form { display: inline-flex; gap: 6px; flex-wrap: wrap; align-items: center; margin: 0 6px 6px 0; }
td form { margin-bottom: 0; }
small, .soft { color: var(--soft); }
.bar { background: var(--bar); color: #fff; height: 48px; padding: 0 16px; display: flex; gap: 18px; align-items: center; position: relative; }
.bar a, .bar small { color: #fff; text-decoration: none; } .bar .shops { margin-left: auto; display: flex; gap: 14px; }
.bar .shops a { opacity: .7; } .bar .shops a[aria-current] { opacity: 1; border-bottom: 2px solid #fff; }
.shell { display: grid; grid-template-columns: 210px 1fr; min-height: calc(100vh - 48px); }
.shell > nav { padding: 14px 12px; background: #e7e9ec; }
.shell > nav ul { list-style: none; margin: 0; padding: 0; } .shell > nav li { margin: 2px 0; }
.shell > nav li > a, .shell > nav li > button { display: block; width: 100%; text-align: left; padding: 6px 10px; border: 0; border-radius: 7px; background: none; color: var(--ink); text-decoration: none; }
.shell > nav li > a:hover, .shell > nav li > button:hover, .shell > nav a[aria-current] { background: #fff; }
#app-navigation { padding-left: 14px !important; }
.shell > nav h2 { font-size: 12px; color: var(--soft); margin: 14px 10px 4px; }
.content { padding: 22px 26px; max-width: 1180px; } .card { background: #fff; border: 1px solid var(--line); border-radius: 11px; padding: 16px 18px; margin-bottom: 16px; overflow-x: auto; }
iframe { border: 0; width: 100%; height: calc(100vh - 48px); display: block; background: #fff; }
#save-bar { position: absolute; inset: 0; background: #000; display: flex; gap: 10px; align-items: center; padding: 0 16px; } #save-bar[hidden] { display: none; }
#save-bar span { margin-right: auto; } #save-bar .primary { background: #fff; color: #000; } #save-bar button:not(.primary) { background: #333; border-color: #555; color: #fff; }
#loading { position: fixed; top: 0; left: 0; height: 3px; width: 60%; background: #36a3ff; z-index: 3; } #loading[hidden] { display: none; }
#toasts { position: fixed; bottom: 22px; left: 0; right: 0; display: grid; gap: 8px; justify-items: center; z-index: 4; pointer-events: none; }
.toast { pointer-events: auto; background: #22272e; color: #fff; padding: 8px 10px 8px 16px; border-radius: 9px; display: flex; gap: 12px; align-items: center; }
.toast.error { background: #8e1f0b; } .toast button { background: transparent; border-color: #ffffff55; color: #fff; }
dialog { border: 0; border-radius: 13px; padding: 18px 20px; width: min(560px, 92vw); box-shadow: 0 12px 40px #0005; } dialog::backdrop { background: #0006; }
dialog footer { display: flex; justify-content: flex-end; gap: 8px; margin-top: 14px; }
.picker input[type=search] { width: 100%; } .picker ul { list-style: none; padding: 0; margin: 10px 0 0; max-height: 50vh; overflow: auto; }
.picker label { display: grid; grid-template-columns: 22px 44px 1fr auto; gap: 10px; align-items: center; padding: 6px 4px; border-bottom: 1px solid var(--line); cursor: pointer; }
.picker img { object-fit: cover; border-radius: 6px; background: var(--ground); }
.storefront { max-width: 920px; margin: 0 auto; padding: 26px 20px; } .storefront header { display: flex; gap: 20px; border-bottom: 1px solid var(--line); padding-bottom: 14px; margin-bottom: 22px; font-size: 17px; }
.storefront img { max-width: 320px; border-radius: 11px; background: #fff; }
@media (max-width: 720px) { .shell { grid-template-columns: 1fr; } iframe { height: 80vh; } .bar { gap: 10px; } }
`;
