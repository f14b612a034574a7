FROM nvidia/cuda:11.6.0-devel-ubuntu20.04
