// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A client had the tablet when it was unlocked: fetch the answers, let the client go on, or leave it for later.
//   model: TabletReturnedViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Mapping

FocusScope {
    id: root

    required property TabletReturnedViewModel model

    focus: true

    function nextText(): string {
        if (model.isDamaged || model.isLost)
            return qsTr("Gå videre uten svarene");
        return model.isBusy ? qsTr("Henter svarene") : qsTr("Hent svarene");
    }

    function goOn(): void {
        if (model.isDamaged || model.isLost)
            model.goOnWithout();
        else
            model.fetchAnswers();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true
            edgeMargin: Theme.spaceXxxl

            PageHeading {
                over: qsTr("KIS · kartlegging i sosialtjenesten")
                text: root.model.clientName.length > 0
                    ? qsTr("%1 har hatt nettbrettet siden %2", "client's name, a moment")
                        .arg(root.model.clientName).arg(root.model.startedText)
                    : qsTr("En bruker har hatt nettbrettet")

                AppButton {
                    kind: AppButton.Quiet
                    enabled: !root.model.isBusy
                    text: qsTr("Til brukerne mine")

                    onClicked: root.model.leaveForLater()
                }
            }
            BodyText {
                client: true
                text: qsTr("Svarene er lagret låst på nettbrettet. Hent dem når %1 er ferdig, så leser dere dem sammen.",
                           "client's name").arg(root.model.clientName)
                visible: root.model.clientName.length > 0 && !root.model.isDamaged && !root.model.isLost
            }
        }
        BarNotice {
            text: root.model.message
        }
        BottomBar {
            plain: true
            maximumWidth: Theme.columnWidth
            leading: AppButton {
                kind: AppButton.Quiet
                flush: true
                enabled: !root.model.isBusy
                visible: root.model.canAnswer
                text: root.model.isDamaged ? qsTr("La %1 svare på nytt", "client's name").arg(root.model.clientName)
                                           : qsTr("La %1 fortsette", "client's name").arg(root.model.clientName)

                onClicked: root.model.letClientGoOn(Theme.textScale)
            }
            trailing: AppButton {
                focus: true
                enabled: !root.model.isBusy
                text: root.nextText()

                onClicked: root.goOn()
            }
        }
    }
}
