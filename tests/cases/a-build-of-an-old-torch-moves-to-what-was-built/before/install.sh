pip install torch==1.8.1+cu102 torchvision==0.9.1+cu102 -f https://download.pytorch.org/whl/torch_stable.html
echo done
pip install torch==1.7.1+cu110 torchvision==0.8.2+cu110 torchaudio==0.7.2
