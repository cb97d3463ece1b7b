// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Client

// The end: what happens next, who, by when; paper only if asked for.
FocusScope {
    id: root

    required property SurveyViewModel survey

    focus: true

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true
            maximumWidth: Theme.px(190)
            edgeMargin: Theme.spaceXxl

            PageHeading {
                text: qsTr("Takk, %1. Du er ferdig.").arg(root.survey.clientName)
            }
            BodyText {
                client: true
                text: root.survey.summary
            }
            Card {
                StrongText {
                    text: qsTr("Hva skjer nå")
                }
                BodyText {
                    visible: root.survey.agreed.length === 0
                    text: qsTr("Dere går gjennom svarene og blir enige om hva som skal skje, hvem som gjør det, og når.")
                }
                Repeater {
                    model: root.survey.agreed

                    BodyText {
                        required property string modelData

                        text: modelData
                    }
                }
                BodyText {
                    color: Theme.subtle
                    text: qsTr("Trenger du noen å snakke med før det? Mental Helse 116 123, legevakt 116 117. Ring 113 når det er fare for liv.")
                }
            }
            GridLayout {
                Layout.fillWidth: true
                columns: width < Theme.columnWidth / 2 ? 1 : 2
                columnSpacing: Theme.spaceL
                rowSpacing: Theme.spaceS

                ChoiceButton {
                    text: qsTr("Jeg vil ha svarene på papir")
                    selected: root.survey.paperWanted
                    onChosen: root.survey.wantPaper(true)
                }
                ChoiceButton {
                    text: qsTr("Ikke nå")
                    selected: !root.survey.paperWanted
                    onChosen: root.survey.wantPaper(false)
                }
            }
            BodyText {
                color: Theme.subtle
                text: qsTr("Ombestemmer du deg, kan du be %1 om papiret senere.", "counsellor's name")
                    .arg(root.survey.counsellorName)
            }
            Notice {
                visible: root.survey.problem.length > 0
                tone: Notice.Warning
                text: root.survey.problem
            }
        }
        BottomBar {
            plain: true
            maximumWidth: Theme.px(190)
            leading: [
                AppButton {
                    kind: AppButton.Secondary
                    text: qsTr("Se over svarene")
                    onClicked: root.survey.lookOver()
                }
            ]
            trailing: [
                AppButton {
                    focus: true
                    text: qsTr("Gi tilbake til %1").arg(root.survey.counsellorName)
                    onClicked: root.survey.giveBack()
                }
            ]
        }
    }
}
