// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One question in the conversation: what the client answered (untouchable), what stands after the talk, the comment.
//   roles of ConversationViewModel.items    model: the page's view model    clientName: string    stacked: bool
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme
import Veikart.ViewModels.Mapping

Card {
    id: root

    required property ConversationViewModel model
    required property string key
    required property string question
    required property string how
    required property string clientAnswer
    required property string clientText
    required property string jointAnswer
    required property string jointText
    required property string comment
    required property list<string> options
    required property list<bool> selected
    required property bool isMultiple
    required property string jointBy
    required property string commentBy
    property bool stacked: false
    property bool isOpen: false
    readonly property bool isEmpty: jointAnswer.length + jointText.length === 0

    function choose(option: int): void {
        model.chooseTogether(key, option);
        isOpen = isMultiple;
    }

    Accessible.name: question

    onKeyChanged: root.isOpen = false

    RowLayout {
        spacing: Theme.spaceM

        StrongText {
            text: root.question
        }
        SecondaryText {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: false
            text: root.how
        }
    }
    LayerGrid {
        stacked: root.stacked

        LayerBox {
            Layout.fillHeight: true
            kind: LayerBox.Client
            label: qsTr("%1 svarte", "client's name").arg(root.model.clientName)

            StrongText {
                text: root.clientAnswer
            }
            BodyText {
                text: root.clientText
                visible: text.length > 0
            }
        }
        LayerBox {
            id: joint

            Layout.fillHeight: true
            kind: LayerBox.Joint
            label: qsTr("Etter samtalen")

            StrongText {
                text: root.jointAnswer
                visible: text.length > 0
            }
            SecondaryText {
                text: qsTr("valgt sammen")
                visible: root.jointAnswer.length > 0
            }
            AppButton {
                kind: AppButton.Quiet
                flush: true
                text: root.isOpen ? qsTr("Lukk") : (root.isEmpty ? qsTr("Velg eller skriv sammen") : qsTr("Endre"))
                visible: root.options.length > 0

                onClicked: root.isOpen = !root.isOpen
            }
            Flow {
                Layout.fillWidth: true
                spacing: Theme.spaceS
                visible: root.isOpen

                Repeater {
                    model: root.isOpen && !root.isMultiple ? root.options.length : 0

                    ChipButton {
                        required property int index

                        width: Math.min(implicitWidth, joint.contentWidth)
                        selected: root.selected[index]
                        text: root.options[index]

                        onChosen: root.choose(index)
                    }
                }
                Repeater {
                    model: root.isOpen && root.isMultiple ? root.options.length : 0

                    MultiChipButton {
                        required property int index

                        width: Math.min(implicitWidth, joint.contentWidth)
                        selected: root.selected[index]
                        text: root.options[index]

                        onChosen: root.choose(index)
                    }
                }
            }
            HeldField {
                minimumLines: 1
                accessibleName: qsTr("Etter samtalen – %1", "a question").arg(root.question)
                placeholder: qsTr("Skriv sammen")
                plain: true
                source: root.key
                value: root.jointText
                visible: root.isOpen || root.jointText.length > 0 || root.options.length === 0

                onWritten: text => root.model.writeTogether(root.key, text)
            }
            SmallText {
                text: root.jointBy
                visible: text.length > 0
            }
        }
        LayerBox {
            Layout.fillHeight: true
            kind: LayerBox.Counsellor
            label: qsTr("Min kommentar · %1 kan lese den", "client's name").arg(root.model.clientName)

            HeldField {
                minimumLines: 1
                accessibleName: qsTr("Min kommentar – %1", "a question").arg(root.question)
                placeholder: qsTr("Skriv")
                plain: true
                source: root.key
                value: root.comment

                onWritten: text => root.model.comment(root.key, text)
            }
            SmallText {
                text: root.commentBy
                visible: text.length > 0
            }
        }
    }
}
