// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// A mapping to read, layer by layer. Nothing here can be changed.    model: MappingReaderViewModel
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Mapping

FocusScope {
    id: root

    required property MappingReaderViewModel model

    focus: true

    Keys.onEscapePressed: root.model.back()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    PageScroll {
        id: scroll

        anchors.fill: parent
        maximumWidth: Theme.wideColumnWidth

        PageHeading {
            over: root.model.over
            text: root.model.name

            AppButton {
                focus: true
                kind: AppButton.Quiet
                text: qsTr("Lukk")

                onClicked: root.model.back()
            }
        }
        Notice {
            tone: Notice.Warning
            text: root.model.message
            visible: text.length > 0
        }
        SecondaryText {
            text: root.model.seal
            visible: text.length > 0
        }
        Notice {
            readonly property bool isPrinted: root.model.paperText.length > 0

            text: isPrinted ? root.model.paperText
                            : qsTr("Vil %1 ha svarene på papir? Skriv dem ut bare når %1 ber om det.", "client's name")
                                .arg(root.model.firstName)
            actionText: isPrinted ? "" : (root.model.isPrinting ? qsTr("Skriver ut") : qsTr("Skriv ut svarene"))
            visible: root.model.canPrint

            onActionTriggered: root.model.printPaper()
        }
        RowsCard {
            id: conclusion

            visible: root.model.conclusion.count > 0

            Repeater {
                model: root.model.conclusion

                ConclusionPart {
                    width: conclusion.contentWidth
                }
            }
        }
        LayerBox {
            kind: LayerBox.Client
            label: qsTr("%1 er uenig i dette", "client's name").arg(root.model.firstName)
            visible: root.model.disagreement.length > 0

            BodyText {
                text: root.model.disagreement
            }
        }
        BodyText {
            text: qsTr("Ingen oppgave ble avtalt. Grunn: %1").arg(root.model.noTaskReason)
            visible: root.model.noTaskReason.length > 0
        }
        RowsCard {
            id: lateAnswers

            title: qsTr("Kom etter bekreftelsen")
            visible: root.model.late.count > 0

            SecondaryText {
                width: lateAnswers.contentWidth
                text: qsTr("Disse svarene hører ikke til det som ble bekreftet.")
            }
            Repeater {
                model: root.model.late

                LayerBox {
                    id: late

                    required property string question
                    required property string answer
                    required property string by
                    required property int origin

                    width: lateAnswers.contentWidth
                    kind: [LayerBox.Client, LayerBox.Joint, LayerBox.Counsellor, LayerBox.Joint][late.origin]
                    label: late.question

                    BodyText {
                        text: late.answer
                    }
                    SmallText {
                        text: late.by
                    }
                }
            }
        }
        Column {
            Layout.fillWidth: true
            spacing: Theme.spaceM

            Repeater {
                model: root.model.answers

                ReaderItem {
                    width: scroll.columnWidth
                    clientName: root.model.firstName
                    stacked: scroll.room < Theme.columnWidth + Theme.spaceXxxl
                }
            }
        }
        SmallText {
            Layout.topMargin: Theme.spaceL
            text: root.model.formNotice
        }
    }
}
