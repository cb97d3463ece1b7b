// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// Something that can be ticked off, with a quieter line under it.
// The page holds the state: `toggled` asks, `checked` shows.
//   text, detail: string    checked: bool    detailTone: CheckRow.Neutral | Success | Warning | Danger | Accent
//   done: bool (a ticked row steps back, as a finished task does)    signal toggled(bool value)
//   default content: what stands at the end of the row    function takeFocus()
import QtQuick
import QtQuick.Layouts
import Veikart.Theme

RowLayout {
    id: root

    enum Tone { Neutral, Success, Warning, Danger, Accent }

    property string text
    property string detail
    property bool checked: false
    property bool done: false
    property int detailTone: CheckRow.Neutral
    default property alias trailing: end.data
    readonly property bool stepsBack: done && checked

    signal toggled(bool value)

    function takeFocus(): void {
        button.forceActiveFocus(Qt.TabFocusReason);
    }

    Layout.fillWidth: true
    spacing: Theme.spaceM

    PressableCheck {
        id: button

        Layout.fillWidth: true
        implicitWidth: implicitContentWidth
        implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
        verticalPadding: Theme.spaceXs

        selected: root.checked
        text: root.text

        Accessible.description: root.detail

        onChosen: root.toggled(!root.checked)

        contentItem: RowLayout {
            spacing: Theme.spaceM

            ChoiceMark {
                Layout.alignment: root.detail.length > 0 ? Qt.AlignTop : Qt.AlignVCenter
                Layout.topMargin: root.detail.length > 0 ? Theme.borderControl : 0
                multiple: true
                checked: root.checked
                tint: root.done ? Theme.success : Theme.accent
                color: root.checked ? (root.done ? Theme.successSoft : Theme.accentSoft) : Theme.raised
            }
            Column {
                Layout.fillWidth: true

                BodyText {
                    width: parent.width
                    text: root.text
                    color: root.stepsBack || !button.enabled ? Theme.subtle : Theme.textColor
                    font.weight: root.stepsBack || root.detail.length === 0 ? Theme.weightNormal : Theme.weightBold
                    Accessible.ignored: true
                }
                SecondaryText {
                    width: parent.width
                    text: root.detail
                    color: Theme.toneColor(root.detailTone)
                    visible: text.length > 0
                    Accessible.ignored: true
                }
            }
        }

        background: Rectangle {
            radius: Theme.radiusControl
            color: button.down ? Theme.pressedRow : "transparent"

            FocusRing {
                shown: button.visualFocus
            }
        }
    }
    RowLayout {
        id: end

        visible: children.length > 0
        spacing: Theme.spaceS
    }
}
