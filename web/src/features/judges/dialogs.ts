/** The small dialogs about judges in one file: each alone would be a file more that the first page has to name. */

export { Component as Clear } from "./conflicts/clear.dialog.tsx";
export { Component as Lift } from "./conflicts/lift.dialog.tsx";
export { Component as Pin } from "./conflicts/pin.dialog.tsx";
export { Component as Declare } from "./own/declare.dialog.tsx";
export { Component as Decline } from "./own/decline.dialog.tsx";
export { Component as LeaveOwn } from "./own/leave.dialog.tsx";
export { Component as Invite } from "./round/invite.dialog.tsx";
export { Component as LeaveRound } from "./round/leave.dialog.tsx";
export { Component as ReplaceWhole } from "./round/replace-whole.dialog.tsx";
export { Component as Resend } from "./round/resend.dialog.tsx";
export { Component as Seat } from "./round/seat.dialog.tsx";
