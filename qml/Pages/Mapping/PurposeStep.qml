// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// What the client is told before the questions, in the client's size, and how to fill them in.
//   model: MappingStartViewModel
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Mapping

FocusScope {
    id: root

    required property MappingStartViewModel model

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageScroll {
            Layout.fillWidth: true
            Layout.fillHeight: true
            maximumWidth: Theme.px(190)
            edgeMargin: Theme.spaceXxl

            PageHeading {
                over: qsTr("KIS · kartlegging i sosialtjenesten")
                text: qsTr("Før vi begynner")

                AppButton {
                    kind: AppButton.Quiet
                    text: qsTr("Tilbake")

                    onClicked: root.model.backToSetUp()
                }
            }
            BodyText {
                client: true
                text: qsTr("Du svarer på spørsmål om deg selv, livet ditt og hva du ønsker. Etterpå snakker vi om svarene. "
                           + "De brukes når vi lager en plan sammen.")
            }
            Card {
                BodyText {
                    text: root.model.isRequirement
                        ? qsTr("<b>Dette er et krav.</b> Du kan likevel si nei takk. Da spør vi ikke om noe, og vi forteller "
                               + "hva det kan bety for det du har søkt om.")
                        : qsTr("<b>Dette er et tilbud.</b> Sier du nei takk, spør vi ikke om noe, og du får hjelp som før.")
                    textFormat: Text.StyledText
                }
                BodyText {
                    text: qsTr("<b>Du bestemmer</b> hva du vil svare på. Du kan hoppe over, ta pause og endre svar.")
                    textFormat: Text.StyledText
                }
                BodyText {
                    text: qsTr("<b>Vi har taushetsplikt.</b> Blir vi alvorlig bekymret for et barn, må vi si fra til "
                               + "barnevernet.")
                    textFormat: Text.StyledText
                }
                BodyText {
                    text: qsTr("<b>Svarene lagres låst</b> på dette nettbrettet og på kontoret. Bare de som jobber med "
                               + "saken din, kan lese dem.")
                    textFormat: Text.StyledText
                }
            }
            GridLayout {
                Layout.fillWidth: true
                columns: root.width < Theme.columnWidth ? 1 : 3
                columnSpacing: Theme.spaceL
                rowSpacing: Theme.spaceM

                ChoiceButton {
                    Layout.fillHeight: true
                    focus: true
                    text: qsTr("Jeg fyller ut selv")
                    selected: root.model.mode === 0

                    onChosen: root.model.mode = 0
                }
                ChoiceButton {
                    Layout.fillHeight: true
                    text: qsTr("Les høyt for meg")
                    selected: root.model.mode === 1

                    onChosen: root.model.mode = 1
                }
                ChoiceButton {
                    Layout.fillHeight: true
                    text: qsTr("Vi gjør det sammen")
                    selected: root.model.mode === 2

                    onChosen: root.model.mode = 2
                }
            }
            SmallText {
                text: root.model.formNotice
            }
        }
        BarNotice {
            maximumWidth: Theme.px(190)
            text: root.model.message
        }
        BottomBar {
            plain: true
            maximumWidth: Theme.px(190)
            leading: AppButton {
                kind: AppButton.Quiet
                flush: true
                enabled: !root.model.isBusy
                text: qsTr("Nei takk")

                onClicked: root.model.refuse()
            }
            trailing: AppButton {
                enabled: !root.model.isBusy
                text: qsTr("Jeg forstår. Begynn")

                onClicked: root.model.begin(Theme.textScale)
            }
        }
    }
}
