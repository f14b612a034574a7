FROM nvidia/cuda:11.6.2-devel-ubuntu20.04
