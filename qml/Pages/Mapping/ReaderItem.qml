// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
// One question of a mapping to read, with the layers that say something.
//   roles of MappingReaderViewModel.answers    clientName: string    stacked: bool
import QtQuick
import QtQuick.Layouts
import Veikart.Controls
import Veikart.Theme

ColumnLayout {
    id: root

    required property string clientName
    property bool stacked: false
    required property string theme
    required property string question
    required property string how
    required property string clientAnswer
    required property string clientText
    required property string jointAnswer
    required property string jointText
    required property string jointBy
    required property string comment
    required property string commentBy

    Layout.fillWidth: true
    spacing: Theme.spaceM

    HeadingText {
        Layout.topMargin: Theme.spaceL
        level: 3
        text: root.theme
        visible: text.length > 0
    }
    Card {
        Accessible.name: root.question

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
                label: qsTr("%1 svarte", "client's name").arg(root.clientName)

                BodyText {
                    text: root.clientAnswer
                }
                BodyText {
                    text: root.clientText
                    visible: text.length > 0
                }
            }
            LayerBox {
                Layout.fillHeight: true
                kind: LayerBox.Joint
                label: qsTr("Etter samtalen")
                visible: root.jointAnswer.length + root.jointText.length > 0

                BodyText {
                    text: root.jointAnswer
                    visible: text.length > 0
                }
                BodyText {
                    text: root.jointText
                    visible: text.length > 0
                }
                SmallText {
                    text: root.jointBy
                }
            }
            LayerBox {
                Layout.fillHeight: true
                kind: LayerBox.Counsellor
                label: qsTr("Veilederens kommentar")
                visible: root.comment.length > 0

                BodyText {
                    text: root.comment
                }
                SmallText {
                    text: root.commentBy
                }
            }
        }
    }
}
