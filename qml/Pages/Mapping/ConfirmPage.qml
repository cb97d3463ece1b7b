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

    function goOnText(): string {
        if (isSealed)
            return qsTr("Logg besøket");
        if (model.choice === ConfirmViewModel.Waits)
            return qsTr("Ta vare på utkastet");
        if (model.warnsOfEmpty)
            return qsTr("Bekreft likevel");
        return model.choice === ConfirmViewModel.Disagrees ? qsTr("Lagre med begge syn") : qsTr("Bekreft kartleggingen");
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
            tellsMore: true

            onIsSealedChanged: scroll.contentY = 0

            ConfirmText {
                model: root.model
                visible: !root.isSealed
            }
            ConfirmAnswers {
                focus: visible
                model: root.model
                stacked: width < Theme.px(200)
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
                text: root.isSealed ? qsTr("Til saken") : qsTr("Tilbake")

                onClicked: root.isSealed ? root.model.toCase() : root.goBack()
            }
            trailing: AppButton {
                enabled: !root.model.isBusy
                text: root.goOnText()

                onClicked: root.goOn()
            }
        }
    }
}
