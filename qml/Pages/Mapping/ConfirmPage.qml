// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// The client reads what was written and says whether it is right; then, sealed, what comes next.
//   model: ConfirmViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Mapping

FocusScope {
    id: root

    required property ConfirmViewModel model
    readonly property bool isSealed: model.isSealed

    focus: true

    function goOn(): void {
        if (isSealed)
            model.logVisit();
        else
            model.confirm();
    }

    function goBack(): void {
        if (!isSealed)
            model.back();
    }

    Keys.onEscapePressed: root.goBack()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            id: scroll

            readonly property bool isSealed: root.isSealed

            Layout.fillWidth: true
            Layout.fillHeight: true
            maximumWidth: Theme.wideColumnWidth

            onIsSealedChanged: scroll.contentY = 0

            ConfirmAsk {
                focus: true
                model: root.model
                stacked: scroll.room < Theme.columnWidth
                visible: !root.isSealed
            }
            ConfirmDone {
                model: root.model
                visible: root.isSealed
            }
        }
        BarNotice {
            maximumWidth: Theme.wideColumnWidth
            text: root.model.message
        }
        BottomBar {
            plain: true
            maximumWidth: Theme.wideColumnWidth
            leading: AppButton {
                kind: AppButton.Quiet
                flush: true
                text: qsTr("Tilbake")
                visible: !root.isSealed

                onClicked: root.goBack()
            }
            trailing: AppButton {
                enabled: !root.model.isBusy
                text: root.isSealed ? qsTr("Logg besøket")
                                    : (root.model.choice === ConfirmViewModel.Waits ? qsTr("Ta vare på utkastet")
                                                                                    : qsTr("Bekreft kartleggingen"))

                onClicked: root.goOn()
            }
        }
    }
}
