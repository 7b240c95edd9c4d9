/** In this order: the component library stands in a layer of its own, so that every rule of ours wins over it. */
import './fonts.css'
import './palette.css'
import '@mantine/core/styles.layer.css'
import './base.css'
